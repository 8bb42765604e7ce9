"use client";

import { Button } from "@/components/ui/button";
import { useReadNow } from "@/lib/queries/read-now";

export interface ReadNowButtonProps {
  target: string;
  pipeline: string;
  /** `Try now`, or what is read: `Read card-gateway now`. */
  label: string;
}

/** Reads a pipeline without waiting for the next try, and keeps its width while it does. */
export function ReadNowButton({ target, pipeline, label }: ReadNowButtonProps) {
  const { readNow, reading } = useReadNow(target, pipeline);
  return (
    <Button size="sm" aria-busy={reading} onClick={readNow} className="max-w-56 min-w-0">
      <span className="grid min-w-0">
        <span
          aria-hidden={reading}
          className={`col-start-1 row-start-1 truncate ${reading ? "invisible" : ""}`}
        >
          {label}
        </span>
        {reading && <span className="col-start-1 row-start-1">Reading</span>}
      </span>
    </Button>
  );
}
