import { useMemo, useState } from "react";
import type { PipelineRow } from "@/lib/domain/pipeline";
import type { PipelineFilter } from "@/lib/domain/pipeline-filter";
import type { TagBook } from "@/lib/domain/pipeline-tags";
import { filterRows, type RowFiltering, wantedPlaces } from "@/lib/domain/row-filtering";
import type { RowGroups } from "@/lib/domain/row-groups";
import { indexRows, type RowIndex } from "@/lib/domain/row-index";

/**
 * The list as it is found and ordered by, and the places of the rows that pass the filter, in the order wanted now.
 * Each list takes over what it can of the one before it.
 */
export function useOverviewRows(
  rows: readonly PipelineRow[],
  filter: PipelineFilter,
  groups: RowGroups | null,
  tags: TagBook,
): { index: RowIndex; wanted: readonly number[] } {
  const [filtering, setFiltering] = useState<RowFiltering>(() =>
    filterRows(indexRows(rows, null), filter, null, tags),
  );
  let current = filtering;
  if (current.index.rows !== rows || current.filter !== filter || current.tags !== tags) {
    current = filterRows(indexRows(rows, current.index), filter, current, tags);
    setFiltering(current);
  }
  const wanted = useMemo(() => wantedPlaces(current, groups), [current, groups]);
  return { index: current.index, wanted };
}
