import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { nextWindow, type RowWindow, rowsInSight } from "./history-window";

/** Rows of the first frame, which no window has been measured for. */
const FIRST_ROWS = 32;

/** The rows in the document, and whether the window stands anywhere but at its top, or ever did. */
export interface HistoryWindow extends RowWindow {
  scrolled: boolean;
}

/**
 * Which of `count` rows, `rowPx` CSS pixels each, are in the document as the window scrolls over `frame`. They follow a
 * frame behind, few at a time: a row is dear, and a person who scrolls must never wait for rows that are gone by then.
 */
export function useHistoryWindow(
  frame: RefObject<HTMLElement | null>,
  { count, rowPx }: { count: number; rowPx: number },
): HistoryWindow {
  const [shown, setShown] = useState<RowWindow>({ from: 0, to: FIRST_ROWS });
  const [scrolled, setScrolled] = useState(false);
  const drawn = useRef(shown);
  const asked = useRef<number | null>(null);

  const step = useCallback(() => {
    asked.current = null;
    const top = frame.current?.getBoundingClientRect().top;
    if (top === undefined) return;
    const inSight = rowsInSight({ offsetPx: -top, heightPx: window.innerHeight, rowPx, count });
    // From what is in the document, not from what React was asked for: a busy machine draws several frames before React
    // comes to its turn, and their steps would add up to one that is several times as dear.
    setShown(nextWindow(drawn.current, inSight, count));
    if (window.scrollY > 0) setScrolled(true);
  }, [frame, rowPx, count]);

  useLayoutEffect(() => {
    drawn.current = shown;
  }, [shown]);

  useEffect(() => {
    const ask = () => {
      asked.current ??= requestAnimationFrame(step);
    };
    window.addEventListener("scroll", ask, { passive: true });
    window.addEventListener("resize", ask);
    return () => {
      window.removeEventListener("scroll", ask);
      window.removeEventListener("resize", ask);
      if (asked.current !== null) cancelAnimationFrame(asked.current);
      asked.current = null;
    };
  }, [step]);

  // One step is not always enough, and what stands above may have grown: the last step changes nothing.
  useEffect(() => {
    asked.current ??= requestAnimationFrame(step);
  });

  return { from: Math.min(shown.from, count), to: Math.min(shown.to, count), scrolled };
}
