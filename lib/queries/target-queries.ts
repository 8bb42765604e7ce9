import { queryOptions, useQuery } from "@tanstack/react-query";
import type { TargetList } from "@/lib/contract/target";
import { fetchJson } from "./fetch-json";

const POLL_MS = 5000;

export const targetQueries = {
  /** GET /api/targets: every target with its freshness, read again every 5 s while the page is visible. */
  list: () =>
    queryOptions({
      queryKey: ["targets"],
      queryFn: ({ signal }) => fetchJson<TargetList>("/api/targets", { signal }),
      staleTime: POLL_MS,
      refetchInterval: POLL_MS,
    }),
};

/** Every target with its freshness. */
export function useTargets() {
  return useQuery(targetQueries.list());
}
