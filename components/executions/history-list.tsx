"use client";

import { type Ref, useEffect, useImperativeHandle, useRef } from "react";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { executionAddress } from "@/lib/domain/execution-address";
import { HistoryRow } from "./history-row";
import { useHistoryWindow } from "./use-history-window";

const ROW_PX = 32;
const CARD_PX = 88;
/** The next page is asked for while so many rows are still below the window, once somebody scrolls. */
const AHEAD = 60;
/** Top bar and column names. */
const COVERED_PX = 76;
const BELOW_PX = 8;
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
  /** Takes the ids of the rows that are in the document. */
  onSight: (ids: readonly string[]) => void;
  ref: Ref<HistoryListHandle>;
}

/** The rows of the history. Only those near the window are in the document, however many there are. */
export function HistoryList(props: HistoryListProps) {
  const { rows, target, pipeline, cards, today, drained, more, reads, onNearEnd, onSight, ref } = props;
  const frame = useRef<HTMLDivElement>(null);
  const rowPx = cards ? CARD_PX : ROW_PX;
  const { from, to, scrolled } = useHistoryWindow(frame, { count: rows.length, rowPx });

  // Most look at the newest and go: older ones are not read for those, unless the newest do not fill the window.
  const near = more && !reads && to >= rows.length - (scrolled ? AHEAD : 0);
  useEffect(() => {
    if (near) onNearEnd();
  }, [near, onNearEnd]);

  useEffect(() => {
    onSight(rows.slice(from, to).map((row) => row.id));
  }, [rows, from, to, onSight]);

  /** Where the focus is going while the row it goes to is not in the document yet. */
  const going = useRef<string | null>(null);
  const focusRow = (index: number) => {
    const row = rows[index];
    const top = frame.current?.getBoundingClientRect().top;
    if (row === undefined || top === undefined) return;
    going.current = row.id;
    const above = top + index * rowPx - COVERED_PX;
    const below = top + (index + 1) * rowPx + BELOW_PX - window.innerHeight;
    if (above < 0 || below > 0) window.scrollBy({ top: above < 0 ? above : below, behavior: "instant" });
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
      const at = id === undefined ? -1 : rows.findIndex((row) => row.id === id);
      const top = frame.current?.getBoundingClientRect().top ?? 0;
      focusRow(at === -1 ? Math.max(0, Math.ceil((COVERED_PX - top) / rowPx)) : at + by);
    },
  }));

  return (
    <div
      ref={frame}
      role="table"
      aria-label="Executions, newest first"
      aria-rowcount={more ? -1 : rows.length}
      className="relative"
      style={{ height: rows.length * rowPx }}
    >
      {rows.slice(from, to).map((row, index) => (
        <div
          key={row.id}
          role="row"
          aria-rowindex={from + index + 1}
          className="absolute inset-x-0 top-0 contain-strict"
          style={{ transform: `translateY(${(from + index) * rowPx}px)`, height: rowPx }}
        >
          <HistoryRow
            execution={row}
            href={executionAddress(target, pipeline, row.id)}
            cards={cards}
            today={today}
            drained={drained}
          />
        </div>
      ))}
    </div>
  );
}
