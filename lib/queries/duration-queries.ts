import { queryOptions, useQuery } from "@tanstack/react-query";
import type { DurationsReply } from "@/lib/contract/durations";
import { fetchJson } from "./fetch-json";
import { pipelineApi } from "./stage-path";

const durationQueries = {
  /** GET /api/pipelines/{target}/{pipeline}/durations, which change slowly. */
  of: (target: string, pipeline: string) =>
    queryOptions<DurationsReply, Error>({
      queryKey: ["durations", target, pipeline],
      queryFn: ({ signal }) =>
        fetchJson<DurationsReply>(`${pipelineApi({ target, pipeline })}/durations`, { signal }),
      retry: 1,
      staleTime: 600_000,
      refetchOnWindowFocus: false,
    }),
};

/** How long stages and actions of a pipeline usually take; undefined while that is not known. */
export function useDurations(target: string, pipeline: string) {
  return useQuery(durationQueries.of(target, pipeline)).data?.durations;
}
