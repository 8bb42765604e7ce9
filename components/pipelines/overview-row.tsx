"use client";

import { memo } from "react";
import type { Freshness } from "@/lib/domain/freshness";
import type { Instant } from "@/lib/domain/instant";
import { isRowDrained } from "@/lib/domain/is-row-drained";
import { useAtNow } from "@/lib/queries/server-now";
import { PipelineRow, type PipelineRowProps } from "./pipeline-row";

export interface OverviewRowProps extends Omit<PipelineRowProps, "drained"> {
  /** Changed a moment ago. */
  changed: boolean;
  freshness: Freshness | undefined;
  /** When our own server last answered. */
  repliedAt: Instant;
}

/** A row of the overview, which loses its colour by itself when it has become too old to be the present. */
export const OverviewRow = memo(function OverviewRow({
  freshness,
  repliedAt,
  changed,
  ...props
}: OverviewRowProps) {
  const { row } = props;
  const drained = useAtNow((now) => isRowDrained(row, { freshness, repliedAt }, now));
  // The banner above says it of all of them; each keeps what was known of it.
  const isTold = freshness?.kind === "denied" && !props.showTarget;
  return (
    <>
      <PipelineRow {...props} row={isTold ? { ...row, denied: undefined } : row} drained={drained} />
      {changed && <span aria-hidden className="absolute inset-y-0 left-0 w-0.5 bg-accent" />}
    </>
  );
});
