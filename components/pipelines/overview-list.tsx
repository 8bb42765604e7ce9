"use client";

import clsx from "clsx";
import { type ReactNode, type Ref, useImperativeHandle, useRef } from "react";
import { useDrawnSize } from "@/components/layout/window-size";
import { rowsInSight } from "@/components/ui/row-window";
import { useRowFocus } from "@/components/ui/use-row-focus";
import { useRowWindow } from "@/components/ui/use-row-window";
import { itemOf, type OverviewItem } from "./overview-groups";
import type { OverviewLayout } from "./overview-layout";
import { useLineTops } from "./overview-line-tops";

/** Lines beyond the window are drawn for so many CSS pixels. */
const AROUND_PX = 260;

/** What the keyboard asks of the list. */
export interface OverviewListHandle {
  /** Moves the focus by one row from the one that has it, or to the first in sight. */
  move: (by: 1 | -1) => void;
  /** Moves the focus to the first row. */
  first: () => void;
}

export interface OverviewListProps {
  /** Keys of the lines from top to bottom. */
  lines: readonly string[];
  layout: OverviewLayout;
  /** Height of what stays at the top of the window, in CSS pixels. */
  coveredPx: number;
  /** What the lines answer, and in which order: with another, few lines come at once. */
  question: string;
  render: (item: OverviewItem) => ReactNode;
  ref: Ref<OverviewListHandle>;
}

/** The lines of the overview. Only those near the window are in the document, however many there are. */
export function OverviewList({ lines, layout, coveredPx, question, render, ref }: OverviewListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useDrawnSize();
  const count = lines.length;
  const { topOf, measure } = useLineTops(lines, layout);
  const { from, to } = useRowWindow(frame, {
    count,
    topOf,
    first: rowsInSight({ offsetPx: 0, heightPx: drawn.height, topOf, count }).to,
    around: Math.ceil(AROUND_PX / layout.rowHeight),
    question,
  });

  const focus = useRowFocus(frame, { topOf, coveredPx });
  const goTo = (index: number) => {
    const key = lines[index];
    if (key !== undefined) focus.go(key, index);
  };
  useImperativeHandle(ref, () => ({
    first: () => goTo(lines.findIndex(isRow)),
    move: (by) => {
      const key = focus.key();
      const at = key === null ? -1 : lines.indexOf(key);
      const step = at === -1 ? 1 : by;
      let index = at === -1 ? focus.inSight(count) : at + by;
      for (let line = lines[index]; line !== undefined && !isRow(line); line = lines[index]) index += step;
      goTo(index);
    },
  }));

  return (
    <div
      ref={frame}
      role="table"
      aria-label="Pipelines"
      aria-rowcount={count}
      className="relative"
      style={{ height: topOf(count) }}
    >
      {lines.slice(from, to).map((key, place) => {
        const item = itemOf(key);
        const top = topOf(from + place);
        return (
          <div
            key={item.key}
            role="row"
            aria-rowindex={from + place + 1}
            data-line={item.key}
            data-still
            ref={item.kind === "banner" ? measure : undefined}
            className={clsx(
              "absolute inset-x-0",
              item.kind === "row" && "contain-size contain-layout contain-style",
            )}
            style={{
              top,
              height: item.kind === "banner" ? undefined : topOf(from + place + 1) - top,
            }}
          >
            {item.kind === "row" ? (
              render(item)
            ) : (
              <div role="cell" className="h-full">
                {render(item)}
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

function isRow(key: string): boolean {
  return itemOf(key).kind === "row";
}
