"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { executionAddress } from "@/lib/domain/execution-address";
import { HistoryRow } from "./history-row";

const ROW_PX = 32;
const CARD_PX = 88;
const OVERSCAN = 4;
/** The next page is asked for while so many rows are still below the window. */
const AHEAD = 60;
/** Top bar and column names. */
const COVERED_PX = 76;
const FRAMES = 10;

/** What the keyboard asks of the list. */
export interface HistoryListHandle {
  /** Moves the focus by one row from the one that has it, or to the first in sight. */
  move: (by: 1 | -1) => void;
}

export interface HistoryListProps {
  rows: readonly ExecutionSummary[];
  target: string;
  pipeline: string;
  cards: boolean;
  /** `2026-11-21`, in UTC. */
  today: string;
  drained: boolean;
  /** There are older ones to read without asking. */
  more: boolean;
  /** They are being read. */
  reads: boolean;
  onNearEnd: () => void;
  ref: Ref<HistoryListHandle>;
}

/** The rows of the history. Only those near the window are in the document, however many there are. */
export function HistoryList(props: HistoryListProps) {
  const { rows, target, pipeline, cards, today, drained, more, reads, onNearEnd, ref } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);

  useLayoutEffect(() => {
    // What stands above may grow by a banner or a second line of chips.
    const measure = () => setTop((frame.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    measure();
    return () => observer.disconnect();
  }, []);

  const height = cards ? CARD_PX : ROW_PX;
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: OVERSCAN,
    scrollMargin: top,
    scrollPaddingStart: COVERED_PX,
    scrollPaddingEnd: 8,
  });
  useLayoutEffect(() => {
    if (height > 0) virtualizer.measure();
  }, [virtualizer, height]);

  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? -1;
  const near = more && !reads && lastShown >= rows.length - 1 - AHEAD;
  useEffect(() => {
    if (near) onNearEnd();
  }, [near, onNearEnd]);

  /** Where the focus is going while the row it goes to is not in the document yet. */
  const going = useRef<string | null>(null);
  const focusRow = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    going.current = row.id;
    virtualizer.scrollToIndex(index, { align: "auto" });
    let frames = FRAMES;
    const focus = () => {
      if (going.current !== row.id) return;
      const link = frame.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.id)}"]`) ?? null;
      if (link === null && --frames > 0) {
        requestAnimationFrame(focus);
        return;
      }
      going.current = null;
      link?.focus({ preventScroll: true });
    };
    focus();
  };

  useImperativeHandle(ref, () => ({
    move: (by) => {
      const active = document.activeElement;
      const focused = active instanceof HTMLElement && frame.current?.contains(active) ? active : null;
      const id = going.current ?? focused?.dataset.row;
      const from = id === undefined ? -1 : rows.findIndex((row) => row.id === id);
      const inSight = items.find(({ start }) => start >= window.scrollY + COVERED_PX)?.index ?? 0;
      focusRow(from === -1 ? inSight : from + by);
    },
  }));

  return (
    <div
      ref={frame}
      role="table"
      aria-label="Executions, newest first"
      aria-rowcount={more ? -1 : rows.length}
      className="relative"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {items.map(({ key, index, start, size }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <div
            key={key}
            role="row"
            aria-rowindex={index + 1}
            className="absolute inset-x-0 top-0 contain-strict"
            style={{ transform: `translateY(${start - top}px)`, height: size }}
          >
            <HistoryRow
              execution={row}
              href={executionAddress(target, pipeline, row.id)}
              cards={cards}
              today={today}
              drained={drained}
            />
          </div>
        );
      })}
    </div>
  );
}
