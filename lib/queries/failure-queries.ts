import { queryOptions, useQuery } from "@tanstack/react-query";
import type { StageFailureReply } from "@/lib/contract/stage-failure";
import { fetchJson, ProblemError } from "./fetch-json";
import { type StageOf, stageApi } from "./stage-path";

export const failureQueries = {
  /** GET …/stages/{stage}/failure: of one execution, or without one of what the stage shows. */
  of: (stage: StageOf, executionId?: string) =>
    queryOptions<StageFailureReply, Error>({
      queryKey: ["failure", stage.target, stage.pipeline, stage.stage, executionId ?? ""],
      queryFn: ({ signal }) => {
        const query = executionId === undefined ? "" : `?${new URLSearchParams({ executionId })}`;
        return fetchJson<StageFailureReply>(`${stageApi(stage)}/failure${query}`, { signal });
      },
      retry: 1,
      // What AWS did not answer is asked again with the next look.
      staleTime: ({ state }) => (state.data?.failure.unread === "unanswered" ? 0 : 60_000),
      gcTime: 300_000,
      refetchOnWindowFocus: false,
    }),
};

/** Why a stage failed and what is different since it last succeeded; `problem` when that cannot be told. */
export function useStageFailure(stage: StageOf, executionId?: string) {
  const query = useQuery(failureQueries.of(stage, executionId));
  return {
    failure: query.data?.failure,
    problem: query.error instanceof ProblemError ? query.error.problem : undefined,
  };
}
