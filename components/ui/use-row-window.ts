import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { beforeFrame } from "./before-frame";
import {
  nextWindow,
  type RowWindow,
  rowsInSight,
  type TopOf,
  windowAnew,
  windowInSight,
  windowWithin,
} from "./row-window";

export interface RowWindowOptions {
  count: number;
  /** Must stay the same function while the rows stay where they are. */
  topOf: TopOf;
  /** Rows of the first frame, which no window has been measured for. */
  first: number;
  /** Rows kept above and below those in sight. */
  around: number;
  /** What the list is about, and in which order: another brings other rows, which come few at a time as well. */
  question?: unknown;
  /** Of another question, all rows in sight come at once. */
  whole?: boolean;
}

/** The rows in the document, and whether the window stands anywhere but at its top, or ever did. */
export interface ScrolledWindow extends RowWindow {
  scrolled: boolean;
}

/**
 * Which of `count` rows are in the document as the window scrolls over `frame`. They follow a frame behind, few at a
 * time: a row is dear, and a person who scrolls must never wait for rows that are gone by then.
 */
export function useRowWindow(
  frame: RefObject<HTMLElement | null>,
  { count, topOf, first, around, question, whole = false }: RowWindowOptions,
): ScrolledWindow {
  const [shown, setShown] = useState<RowWindow>({ from: 0, to: first });
  const [answered, setAnswered] = useState(question);
  if (answered !== question) {
    setAnswered(question);
    setShown(whole ? windowInSight(shown, around) : windowAnew(shown, around));
  }
  const [scrolled, setScrolled] = useState(false);
  const held = useMemo(() => windowWithin(shown, count), [shown, count]);
  const drawn = useRef(held);
  const asked = useRef<number | null>(null);

  /** The rows that a step would have in the document. */
  const wanted = useCallback(() => {
    const top = frame.current?.getBoundingClientRect().top;
    if (top === undefined) return drawn.current;
    const inSight = rowsInSight({ offsetPx: -top, heightPx: window.innerHeight, topOf, count });
    // From what is in the document, not from what React was asked for: a busy machine draws several frames before React
    // comes to its turn, and their steps would add up to one that is several times as dear.
    return nextWindow(drawn.current, inSight, count, around);
  }, [frame, topOf, count, around]);

  const step = useCallback(() => {
    asked.current = null;
    const next = wanted();
    if (next !== drawn.current) setShown(next);
    if (window.scrollY > 0) setScrolled(true);
  }, [wanted]);

  useLayoutEffect(() => {
    drawn.current = held;
  }, [held]);

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

  // One step is not always enough, and what stands above may have grown. To measure is to lay out the page: between React's
  // work and the frame's, three tasks of a third of the length each, on a slow machine.
  useEffect(() =>
    beforeFrame(() => {
      if (wanted() === drawn.current && (scrolled || window.scrollY === 0)) return;
      asked.current ??= requestAnimationFrame(step);
    }),
  );

  return { ...held, scrolled };
}
