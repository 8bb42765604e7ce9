import { useState } from "react";

/** How a list is kept still: what to show, how many rows came or went meanwhile, and what the list must listen to. */
export interface HeldRows<Row> {
  rows: Row[];
  changed: number;
  show: () => void;
  handlers: {
    onPointerEnter: () => void;
    onPointerLeave: () => void;
    onFocus: () => void;
    onBlur: () => void;
  };
}

/**
 * Keeps the rows of a list where they are while the pointer is over it, the focus in it, or a dialog is open: each row
 * stays live in its place, rows that came or went wait until they are asked for or the list is left. A row that is no
 * longer in `live` is looked for in `elsewhere`.
 */
export function useHeldRows<Row extends { id: string }>(
  live: readonly Row[],
  elsewhere: readonly Row[],
  dialogOpen: boolean,
): HeldRows<Row> {
  const [touched, setTouched] = useState(false);
  const [kept, setKept] = useState<readonly Row[] | null>(null);
  const holds = touched || dialogOpen;
  if (holds && kept === null) {
    setKept(live);
  }
  if (!holds && kept !== null) {
    setKept(null);
  }
  const order = holds && kept !== null ? kept : live;
  const byId = new Map([...elsewhere, ...live].map((row) => [row.id, row]));
  const shown = new Set(order.map((row) => row.id));
  const liveIds = new Set(live.map((row) => row.id));
  const enter = () => setTouched(true);
  const leave = () => setTouched(false);
  return {
    rows: order.map((row) => byId.get(row.id) ?? row),
    changed:
      live.filter((row) => !shown.has(row.id)).length + order.filter((row) => !liveIds.has(row.id)).length,
    show: () => setKept(live),
    handlers: { onPointerEnter: enter, onPointerLeave: leave, onFocus: enter, onBlur: leave },
  };
}
