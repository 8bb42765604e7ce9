import { useState } from "react";

/** How a list is kept still: what to show, and how many rows came or went meanwhile. */
export interface HeldRows<Row> {
  rows: Row[];
  changed: number;
  show: () => void;
}

/**
 * Keeps the rows of a list where they are while `holds`: each row stays live in its place, rows that came or went wait
 * until they are asked for or nothing holds the list any more. A row that is no longer in `live` is looked for in
 * `elsewhere`.
 */
export function useHeldRows<Row extends { id: string }>(
  live: readonly Row[],
  elsewhere: readonly Row[],
  holds: boolean,
): HeldRows<Row> {
  const [kept, setKept] = useState<readonly Row[] | null>(null);
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
  return {
    rows: order.map((row) => byId.get(row.id) ?? row),
    changed:
      live.filter((row) => !shown.has(row.id)).length + order.filter((row) => !liveIds.has(row.id)).length,
    show: () => setKept(live),
  };
}
