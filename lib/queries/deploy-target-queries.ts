import { queryOptions, useQuery } from "@tanstack/react-query";
import type { DeployTargetsReply } from "@/lib/contract/deploy-targets";
import { fetchJson, ProblemError } from "./fetch-json";
import { pipelineApi } from "./stage-path";

/** A run of a deploy action. */
export interface DeployRun {
  target: string;
  pipeline: string;
  executionId: string;
  runId: string;
  /** It goes on, so that its targets change. */
  runs: boolean;
}

const READ_EVERY_MS = 5000;

const deployTargetQueries = {
  /** GET …/executions/{id}/targets?run= */
  of: ({ target, pipeline, executionId, runId, runs }: DeployRun) =>
    queryOptions<DeployTargetsReply, Error>({
      queryKey: ["deploy-targets", target, pipeline, executionId, runId],
      queryFn: ({ signal }) =>
        fetchJson<DeployTargetsReply>(
          `${pipelineApi({ target, pipeline })}/executions/${encodeURIComponent(executionId)}/targets?run=${encodeURIComponent(runId)}`,
          { signal },
        ),
      retry: 1,
      staleTime: READ_EVERY_MS,
      refetchInterval: runs ? READ_EVERY_MS : false,
    }),
};

/** What a run deploys to. */
export function useDeployTargets(run: DeployRun) {
  const query = useQuery(deployTargetQueries.of(run));
  return {
    reply: query.data,
    problem: query.error instanceof ProblemError ? query.error.problem : undefined,
  };
}
