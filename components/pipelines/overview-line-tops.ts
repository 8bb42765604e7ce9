import { type RefCallback, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { TopOf } from "@/components/ui/row-window";
import { itemOf } from "./overview-groups";
import type { OverviewLayout } from "./overview-layout";

const HEAD_PX = 32;
const BANNER_PX = 29;
const BANNER_PHONE_PX = 63;

type Heights = ReadonlyMap<string, number>;

const NONE: Heights = new Map();

/** Tops of lines in CSS pixels, one after the other, and the end of the last; `measured` heights count before usual ones. */
export function lineTops(
  lines: readonly string[],
  layout: Pick<OverviewLayout, "mode" | "rowHeight">,
  measured: Heights,
): number[] {
  let top = 0;
  const tops = lines.map((key) => {
    const own = top;
    top += measured.get(key) ?? heightOf(key, layout);
    return own;
  });
  return [...tops, top];
}

/**
 * Where each line stands. Heads and rows have a height; a banner is as high as its words, so it is measured by the ref
 * `measure` while it is in the document, and remembered until the lines have another shape.
 */
export function useLineTops(
  lines: readonly string[],
  layout: OverviewLayout,
): { topOf: TopOf; measure: RefCallback<HTMLElement> } {
  const { mode, rowHeight } = layout;
  const [measured, setMeasured] = useState({ mode, heights: NONE });
  const heights = measured.mode === mode ? measured.heights : NONE;
  const tops = useMemo(
    () => lineTops(lines, { mode, rowHeight }, heights),
    [lines, mode, rowHeight, heights],
  );

  const known = useRef(heights);
  /** By how much what can be seen is about to move, because a banner above it has another height than was thought. */
  const shift = useRef(0);
  useLayoutEffect(() => {
    known.current = heights;
    if (shift.current === 0) return;
    window.scrollBy({ top: shift.current, behavior: "instant" });
    shift.current = 0;
  }, [heights]);

  const measure = useCallback(
    (line: HTMLElement | null) => {
      if (line === null) return;
      const key = line.dataset.line ?? "";
      const observer = new ResizeObserver(() => {
        const { top, height } = line.getBoundingClientRect();
        const before = known.current.get(key) ?? bannerPx(mode);
        if (height === 0 || height === before) return;
        if (top < 0) shift.current += height - before;
        setMeasured((held) => {
          const others = held.mode === mode ? held.heights : NONE;
          return { mode, heights: new Map(others).set(key, height) };
        });
      });
      observer.observe(line);
      return () => observer.disconnect();
    },
    [mode],
  );
  return { topOf: useCallback((index) => tops[index] ?? 0, [tops]), measure };
}

function heightOf(key: string, { mode, rowHeight }: Pick<OverviewLayout, "mode" | "rowHeight">): number {
  const { kind } = itemOf(key);
  if (kind === "head") return HEAD_PX;
  return kind === "banner" ? bannerPx(mode) : rowHeight;
}

/** Height of a banner that was not measured yet. */
function bannerPx(mode: OverviewLayout["mode"]): number {
  return mode === "card" ? BANNER_PHONE_PX : BANNER_PX;
}
