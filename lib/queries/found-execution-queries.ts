import { queryOptions } from "@tanstack/react-query";
import type { FoundExecutions } from "@/lib/contract/found-executions";
import { fetchJson } from "./fetch-json";

const STALE_MS = 60_000;

export const foundExecutionQueries = {
  /** GET /api/executions: executions of any pipeline whose id begins so. */
  byId: (id: string) =>
    queryOptions({
      queryKey: ["found-executions", id],
      queryFn: ({ signal }) =>
        fetchJson<FoundExecutions>(`/api/executions?${new URLSearchParams({ id })}`, { signal }),
      staleTime: STALE_MS,
      retry: false,
    }),
};
