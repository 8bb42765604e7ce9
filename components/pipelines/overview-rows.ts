import { useMemo, useState } from "react";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { parseFilter } from "@/lib/domain/pipeline-filter";
import { filterRows, type RowFiltering, wantedPlaces } from "@/lib/domain/row-filtering";
import { indexRows, type RowIndex } from "@/lib/domain/row-index";

/**
 * The list as it is found and ordered by, and the places of the rows that pass the filter `q`, in the order wanted now.
 * Each list takes over what it can of the one before it.
 */
export function useOverviewRows(
  rows: readonly PipelineRow[],
  q: string,
  targets: readonly string[] | null,
): { index: RowIndex; wanted: readonly number[] } {
  const filter = useMemo(() => parseFilter(q), [q]);
  const [filtering, setFiltering] = useState<RowFiltering>(() =>
    filterRows(indexRows(rows, null), filter, null),
  );
  let current = filtering;
  if (current.index.rows !== rows || current.filter !== filter) {
    current = filterRows(indexRows(rows, current.index), filter, current);
    setFiltering(current);
  }
  const wanted = useMemo(() => wantedPlaces(current, targets), [current, targets]);
  return { index: current.index, wanted };
}
