"use client";

import { Button } from "./button";
import { Glyph } from "./glyph";
import { useCopied } from "./use-copied";

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
  const { outcome, copy } = useCopied();
  return (
    <Button size={size} onClick={() => copy(text)}>
      <Glyph name={outcome === "Copied" ? "check" : "copy"} size={12} />
      <span className="grid">
        <span aria-hidden className="invisible col-start-1 row-start-1">
          {label}
        </span>
        <span className="col-start-1 row-start-1" aria-live="polite">
          {outcome ?? label}
        </span>
      </span>
    </Button>
  );
}
