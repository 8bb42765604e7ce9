"use client";

import { type Ref, useCallback, useEffect, useImperativeHandle, useRef } from "react";
import { useRowFocus } from "@/components/ui/use-row-focus";
import { useRowWindow } from "@/components/ui/use-row-window";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { executionAddress } from "@/lib/domain/execution-address";
import type { HistoryFilter } from "@/lib/domain/history-filter";
import { HistoryRow } from "./history-row";

const ROW_PX = 32;
const CARD_PX = 88;
/** The next page is asked for while so many rows are still below the window, once somebody scrolls. */
const AHEAD = 60;
/** Top bar and column names. */
const COVERED_PX = 76;
const FIRST_ROWS = 32;
/** Rows kept above and below those in sight. */
const AROUND = 8;

/** What the keyboard asks of the list. */
export interface HistoryListHandle {
  /** Moves the focus by one row from the one that has it, or to the first in sight. */
  move: (by: 1 | -1) => void;
}

export interface HistoryListProps {
  rows: readonly ExecutionSummary[];
  /** What the rows were asked for by. */
  question: HistoryFilter;
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
  /** Opens what can be pressed on an execution, by its button. */
  onMenu: (id: string, button: HTMLButtonElement) => void;
  /** Ids of those to be compared. */
  chosen: readonly string[];
  onChoose: (id: string) => void;
  /** Of the last successes, where there is any. */
  medianMs?: number;
  ref: Ref<HistoryListHandle>;
}

/** The rows of the history. Only those near the window are in the document, however many there are. */
export function HistoryList(props: HistoryListProps) {
  const { rows, target, pipeline, cards, today, drained, more, reads, onNearEnd, onSight, ref } = props;
  const { onMenu, chosen, onChoose, medianMs, question } = props;
  const hrefOf = useCallback((id: string) => executionAddress(target, pipeline, id), [target, pipeline]);
  const frame = useRef<HTMLDivElement>(null);
  const rowPx = cards ? CARD_PX : ROW_PX;
  const topOf = useCallback((index: number) => index * rowPx, [rowPx]);
  const { from, to, scrolled } = useRowWindow(frame, {
    count: rows.length,
    topOf,
    first: FIRST_ROWS,
    around: AROUND,
    question,
    whole: true,
  });

  // Most look at the newest and go: older ones are not read for those, unless the newest do not fill the window.
  const near = more && !reads && to >= rows.length - (scrolled ? AHEAD : 0);
  useEffect(() => {
    if (near) onNearEnd();
  }, [near, onNearEnd]);

  useEffect(() => {
    onSight(rows.slice(from, to).map((row) => row.id));
  }, [rows, from, to, onSight]);

  const focus = useRowFocus(frame, { topOf, coveredPx: COVERED_PX });
  useImperativeHandle(ref, () => ({
    move: (by) => {
      const id = focus.key();
      const at = id === null ? -1 : rows.findIndex((row) => row.id === id);
      const to = at === -1 ? focus.inSight(rows.length) : at + by;
      const row = rows[to];
      if (row !== undefined) focus.go(row.id, to);
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
      {rows.slice(from, to).map((row, index) => {
        const place = from + index;
        return (
          <div
            // By its place: the rows of another filter are written into those there, in a fraction of what new ones take.
            key={place}
            role="row"
            aria-rowindex={place + 1}
            data-still
            className="absolute inset-x-0 contain-size contain-layout contain-style"
            style={{ top: place * rowPx, height: rowPx }}
          >
            <HistoryRow
              execution={row}
              hrefOf={hrefOf}
              cards={cards}
              today={today}
              drained={drained}
              onMenu={onMenu}
              chosen={chosen.includes(row.id)}
              onChoose={onChoose}
              medianMs={medianMs}
            />
          </div>
        );
      })}
    </div>
  );
}
