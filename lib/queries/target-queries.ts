import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Target, TargetList } from "@/lib/contract/target";
import { fetchJson } from "./fetch-json";
import { isLive, resumesByStream, useIsLive } from "./live/live-store";

const POLL_MS = 5000;

export const targetQueries = {
  /**
   * GET /api/targets: every target with its freshness. Read again every 5 s while the page is visible, unless changes
   * come by themselves and the pipelines of each were counted.
   */
  list: () =>
    queryOptions({
      queryKey: ["targets"],
      queryFn: ({ signal }) => fetchJson<TargetList>("/api/targets", { signal }),
      staleTime: () => (isLive() ? Number.POSITIVE_INFINITY : POLL_MS),
      refetchOnWindowFocus: () => (resumesByStream() ? false : "always"),
    }),
};

/**
 * Every target with its freshness.
 *
 * @param figures also what watching costs: that changes all the time and comes with no change, so it is asked for again
 * and again
 */
export function useTargets({ figures = false }: { figures?: boolean } = {}) {
  const live = useIsLive() && !figures;
  return useQuery({
    ...targetQueries.list(),
    refetchInterval: ({ state }) => (live && state.data?.items.every(isCounted) ? false : POLL_MS),
  });
}

function isCounted({ pipelines }: Target): boolean {
  return pipelines !== null;
}
