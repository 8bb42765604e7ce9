import { type RefObject, useRef } from "react";
import { firstRow, type TopOf } from "./row-window";

/** Kept free below a row that the focus goes to. */
const BELOW_PX = 8;
/** Frames that a row has to come into the document. */
const FRAMES = 10;

export interface RowFocusOptions {
  topOf: TopOf;
  /** Height of what stays at the top of the window, in CSS pixels. */
  coveredPx: number;
}

export interface RowFocus {
  /** Key of the row that has the focus, or that it is going to; null when it is elsewhere. */
  key: () => string | null;
  /** The first of `count` rows that nothing covers. */
  inSight: (count: number) => number;
  /** Brings the row of this key and index into sight, and the focus to the element in it that has `data-row`. */
  go: (key: string, index: number) => void;
}

/** How the keyboard goes through the rows of `frame`, of which only those near the window are in the document. */
export function useRowFocus(
  frame: RefObject<HTMLElement | null>,
  { topOf, coveredPx }: RowFocusOptions,
): RowFocus {
  /** Where the focus is going while the row it goes to is not in the document yet. */
  const going = useRef<string | null>(null);
  const listTop = () => frame.current?.getBoundingClientRect().top ?? 0;

  return {
    key: () => {
      const active = document.activeElement;
      const focused = active instanceof HTMLElement && frame.current?.contains(active) ? active : null;
      return going.current ?? focused?.dataset.row ?? null;
    },
    inSight: (count) => {
      const top = listTop();
      return firstRow(count, (index) => top + topOf(index) >= coveredPx);
    },
    go: (key, index) => {
      going.current = key;
      const top = listTop();
      const above = top + topOf(index) - coveredPx;
      const below = top + topOf(index + 1) + BELOW_PX - window.innerHeight;
      if (above < 0 || below > 0) window.scrollBy({ top: above < 0 ? above : below, behavior: "instant" });
      let frames = FRAMES;
      const focus = () => {
        if (going.current !== key) return;
        const link = frame.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null;
        if (link === null && --frames > 0) {
          requestAnimationFrame(focus);
          return;
        }
        going.current = null;
        link?.focus({ preventScroll: true });
      };
      focus();
    },
  };
}
