import { queryOptions, useQuery } from "@tanstack/react-query";
import type { PipelineStructureReply } from "@/lib/contract/structure";
import { fetchJson } from "./fetch-json";
import { pipelineApi } from "./stage-path";

export const structureQueries = {
  /** GET /api/pipelines/{target}/{pipeline}: the declaration, read when somebody opens what needs it. */
  of: (target: string, pipeline: string) =>
    queryOptions<PipelineStructureReply, Error>({
      queryKey: ["structure", target, pipeline],
      queryFn: ({ signal }) =>
        fetchJson<PipelineStructureReply>(pipelineApi({ target, pipeline }), { signal }),
      retry: 1,
      staleTime: 5_000,
      gcTime: 60_000,
      refetchOnWindowFocus: false,
    }),
};

/** The declaration of a pipeline. */
export function useStructure(target: string, pipeline: string) {
  const query = useQuery(structureQueries.of(target, pipeline));
  return { structure: query.data?.structure, failed: query.error, retry: () => void query.refetch() };
}
