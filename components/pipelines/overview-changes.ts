import { useEffect, useState } from "react";
import { changedPlaces, type RowIndex } from "@/lib/domain/row-index";
import { rowChanged } from "@/lib/domain/row-order";

const SWEEP_MS = 500;
/** A change is marked for four seconds. */
const SHOWN_SWEEPS = 8;
const NONE: ReadonlyMap<string, number> = new Map();

/** Keys of the rows that changed with a late answer, for four seconds each. First reads are no changes. */
export function useOverviewChanges(index: RowIndex): ReadonlyMap<string, number> {
  const [seen, setSeen] = useState(index);
  /** By key, how many sweeps its mark still outlives. */
  const [marks, setMarks] = useState(NONE);

  if (seen !== index) {
    setSeen(index);
    const keys = changedKeys(seen, index);
    if (keys.length > 0) setMarks(new Map([...marks, ...keys.map((key) => [key, SHOWN_SWEEPS] as const)]));
  }

  const marked = marks.size > 0;
  useEffect(() => {
    if (!marked) return;
    const timer = setInterval(() => setMarks(swept), SWEEP_MS);
    return () => clearInterval(timer);
  }, [marked]);

  return marks;
}

function swept(marks: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const left = [...marks].flatMap(([key, sweeps]) => (sweeps > 1 ? [[key, sweeps - 1] as const] : []));
  return left.length === 0 ? NONE : new Map(left);
}

function changedKeys(before: RowIndex, after: RowIndex): string[] {
  const places = changedPlaces(before.rows, after.rows) ?? [...after.rows.keys()];
  return places.flatMap((place) => {
    const [key, row] = [after.keys[place], after.rows[place]];
    if (key === undefined || row === undefined) return [];
    const old = before.rows[before.placeOf.get(key) ?? -1];
    return old !== undefined && old !== row && old.status !== null && rowChanged(old, row) ? [key] : [];
  });
}
