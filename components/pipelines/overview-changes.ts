import { useEffect, useState } from "react";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { rowChanged, rowKey } from "@/lib/domain/row-order";

const SHOWN_MS = 4000;
const NONE: ReadonlySet<string> = new Set();

/** Keys of the rows that changed with the last answer, for four seconds. First reads are no changes. */
export function useOverviewChanges(rows: readonly PipelineRow[]): ReadonlySet<string> {
  const [seen, setSeen] = useState(rows);
  const [changed, setChanged] = useState(NONE);

  if (seen !== rows) {
    setSeen(rows);
    const before = new Map(seen.map((row) => [rowKey(row), row]));
    const keys = rows
      .filter((row) => {
        const old = before.get(rowKey(row));
        return old !== undefined && old !== row && old.status !== null && rowChanged(old, row);
      })
      .map(rowKey);
    if (keys.length > 0) setChanged(new Set(keys));
  }

  useEffect(() => {
    if (changed.size === 0) return;
    const timer = setTimeout(() => setChanged(NONE), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [changed]);

  return changed;
}
