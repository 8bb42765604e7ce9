"use client";

import { Skeleton } from "@/components/ui/skeleton";
import { useComparison } from "@/lib/queries/execution-queries";
import { ProblemError } from "@/lib/queries/fetch-json";
import { ComparedHead } from "./compared-head";
import { comparedFacts, comparedSources, comparedStages, comparisonGaps } from "./comparison-rows";
import { type ComparedRow, ComparisonTable } from "./comparison-table";

export interface HistoryComparisonProps {
  target: string;
  pipeline: string;
  ids: readonly [string, string];
}

/** What differs between two executions: what each carried, and how each went. The first chosen stands on the left. */
export function HistoryComparison({ target, pipeline, ids }: HistoryComparisonProps) {
  const { data, error } = useComparison(target, pipeline, ids);
  const comparison = data?.comparison;
  if (error !== null && comparison === undefined) {
    return (
      <p role="alert" className="px-page py-3 text-bad max-sm:px-4">
        The two could not be compared: {error instanceof ProblemError ? error.problem.title : error.message}.
      </p>
    );
  }
  if (comparison === undefined) {
    return (
      <div className="grid gap-2 px-page py-3 max-sm:px-4">
        <output className="sr-only">Comparing</output>
        <Skeleton className="h-4 w-2/3" />
        <Skeleton className="h-4 w-1/2" />
        <Skeleton className="h-4 w-2/3" />
      </div>
    );
  }
  const turned = comparison.before.id !== ids[0];
  const [left, right] = turned
    ? [comparison.after, comparison.before]
    : [comparison.before, comparison.after];
  const turn = (rows: readonly ComparedRow[]) =>
    turned ? rows.map((row) => ({ ...row, left: row.right, right: row.left })) : rows;
  const heads = [<ComparedHead key="left" {...left} />, <ComparedHead key="right" {...right} />] as const;
  const gaps = comparisonGaps(comparison);
  return (
    <div className="grid grid-cols-2 items-start gap-x-8 px-page pt-1 max-lg:grid-cols-1 max-sm:px-4">
      <ComparisonTable
        label="What they carried"
        heads={heads}
        rows={turn([...comparedSources(comparison), ...comparedFacts(comparison)])}
      />
      {comparison.stages !== undefined && (
        <ComparisonTable label="How they went" heads={heads} rows={turn(comparedStages(comparison))} />
      )}
      {gaps !== undefined && <p className="col-span-full pt-2 text-secondary text-ink-3">{gaps}</p>}
    </div>
  );
}
