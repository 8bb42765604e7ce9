import type { ReactNode } from "react";
import { Glyph } from "./glyph";

/** The first line of a side panel: where on the page its subject is, and the way out. */
export function SidePanelPlace({
  closeLabel,
  onClose,
  children,
}: {
  /** What the button is called, such as `Close`. */
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <p className="flex items-center justify-between text-secondary text-ink-3">
      {children}
      <button
        type="button"
        aria-label={closeLabel}
        onClick={onClose}
        className="thumb -mr-1 rounded-control p-1 text-ink-3 hover:bg-hover hover:text-ink"
      >
        <Glyph name="close" />
      </button>
    </p>
  );
}
