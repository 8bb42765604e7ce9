"use client";

import { useEffect, useState } from "react";
import { Button } from "./button";
import { Glyph } from "./glyph";

const SAID_MS = 2000;

/** Copies `text` and says so for two seconds, without changing its width. */
export function CopyButton({
  text,
  label = "Copy",
  size = "md",
}: {
  text: string;
  label?: string;
  size?: "sm" | "md";
}) {
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);

  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      setOutcome("failed");
    }
  };
  const words = outcome === "copied" ? "Copied" : outcome === "failed" ? "Not copied" : label;
  return (
    <Button size={size} onClick={copy}>
      <Glyph name={outcome === "copied" ? "check" : "copy"} size={12} />
      <span className="grid">
        <span aria-hidden className="invisible col-start-1 row-start-1">
          {label}
        </span>
        <span className="col-start-1 row-start-1" aria-live="polite">
          {words}
        </span>
      </span>
    </Button>
  );
}
