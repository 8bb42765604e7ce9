import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import type { ExecutionList } from "@/lib/contract/execution-list";
import { fetchJson } from "./fetch-json";
import { pipelineApi, type StageOf } from "./stage-path";

const PAGE_ROWS = "20";

export const rollbackQueries = {
  /** GET …/executions?succeededInStage=: what a stage can be rolled back to, newest first, page by page. */
  targets: (of: StageOf) =>
    infiniteQueryOptions({
      queryKey: ["rollback-targets", of.target, of.pipeline, of.stage],
      queryFn: ({ signal, pageParam }) => {
        const query = new URLSearchParams({ succeededInStage: of.stage, limit: PAGE_ROWS });
        if (pageParam !== "") query.set("cursor", pageParam);
        return fetchJson<ExecutionList>(`${pipelineApi(of)}/executions?${query}`, { signal });
      },
      initialPageParam: "",
      getNextPageParam: (page) => page.nextCursor,
      retry: 1,
      staleTime: 10_000,
      gcTime: 60_000,
      refetchOnWindowFocus: false,
    }),
};

/** What a stage can be rolled back to: executions that succeeded there, and no rollbacks. */
export function useRollbackTargets(of: StageOf) {
  const query = useInfiniteQuery(rollbackQueries.targets(of));
  return {
    targets: query.data?.pages
      .flatMap(({ items }) => items)
      .filter(({ executionType }) => executionType !== "ROLLBACK"),
    hasMore: query.hasNextPage,
    isReading: query.isFetching,
    failed: query.error,
    /** What failed was the step to older ones. */
    failedBehind: query.isFetchNextPageError,
    more: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
