"use client";

import { useEffect, useState } from "react";
import { Glyph } from "@/components/ui/glyph";

const SAID_MS = 2000;

/** Copies the whole id of an execution and says so for two seconds. */
export function ExecutionCopyId({ id }: { id: string }) {
  const [outcome, setOutcome] = useState<"Copied" | "Not copied" | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(id);
      setOutcome("Copied");
    } catch {
      setOutcome("Not copied");
    }
  };
  return (
    <button
      type="button"
      aria-label="Copy the whole id"
      title={`Copy ${id}`}
      onClick={() => void copy()}
      className="thumb shrink-0 rounded-control p-1 text-ink-3 hover:bg-hover hover:text-ink"
    >
      <Glyph name={outcome === "Copied" ? "check" : outcome === null ? "copy" : "alert"} size={14} />
      <span className="sr-only" aria-live="polite">
        {outcome}
      </span>
    </button>
  );
}
