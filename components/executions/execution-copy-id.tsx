"use client";

import { Glyph } from "@/components/ui/glyph";
import { useCopied } from "@/components/ui/use-copied";

/** Copies the whole id of an execution and says so for two seconds. */
export function ExecutionCopyId({ id }: { id: string }) {
  const { outcome, copy } = useCopied();
  return (
    <button
      type="button"
      aria-label="Copy the whole id"
      title={`Copy ${id}`}
      onClick={() => void copy(id)}
      className="thumb shrink-0 rounded-control p-1 text-ink-3 hover:bg-hover hover:text-ink"
    >
      <Glyph name={outcome === "Copied" ? "check" : outcome === null ? "copy" : "alert"} size={14} />
      <span className="sr-only" aria-live="polite">
        {outcome}
      </span>
    </button>
  );
}
