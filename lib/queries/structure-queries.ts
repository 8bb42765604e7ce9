import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import type { PipelineStructureReply } from "@/lib/contract/structure";
import { fetchJson, ProblemError } from "./fetch-json";
import { pipelineApi } from "./stage-path";

/** Which versions are asked for; without one, the newest, compared with none. */
export interface AskedVersions {
  version?: number;
  compareWith?: number;
}

export const structureQueries = {
  /** GET /api/pipelines/{target}/{pipeline}: the declaration, read when somebody opens what needs it. */
  of: (target: string, pipeline: string, { version, compareWith }: AskedVersions = {}) =>
    queryOptions<PipelineStructureReply, Error>({
      queryKey: ["structure", target, pipeline, version ?? null, compareWith ?? null],
      queryFn: ({ signal }) =>
        fetchJson<PipelineStructureReply>(
          pipelineApi({ target, pipeline }) + asked({ version, compareWith }),
          {
            signal,
          },
        ),
      retry: 1,
      staleTime: 5_000,
      gcTime: 60_000,
      refetchOnWindowFocus: false,
    }),
};

function asked(versions: AskedVersions): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(versions)) if (value !== undefined) query.set(key, String(value));
  return query.size === 0 ? "" : `?${query}`;
}

/** The declaration of a pipeline. */
export function useStructure(target: string, pipeline: string) {
  const query = useQuery(structureQueries.of(target, pipeline));
  return { structure: query.data?.structure, failed: query.error, retry: () => void query.refetch() };
}

/** Versions of a declaration. While others are read, those of before stay, `changing`. */
export function useVersions(target: string, pipeline: string, versions: AskedVersions) {
  const query = useQuery({
    ...structureQueries.of(target, pipeline, versions),
    retry: false,
    placeholderData: keepPreviousData,
  });
  return {
    reply: query.data,
    changing: query.isPlaceholderData,
    problem: query.error instanceof ProblemError ? query.error.problem : undefined,
    retry: () => void query.refetch(),
  };
}
