import { queryOptions, useQuery } from "@tanstack/react-query";
import type { ShipsReply } from "@/lib/contract/ships";
import { fetchJson, ProblemError } from "./fetch-json";
import { type StageOf, stageApi } from "./stage-path";

/** What is asked: what an execution would ship beyond the stage, or what a rollback to one would change in it. */
export type ShipsAsked = { executionId: string } | { rollbackTo: string };

export const shipsQueries = {
  /** GET …/stages/{stage}/ships: read once when a decision is opened; a person reads it, so nothing moves under them. */
  of: (stage: StageOf, asked: ShipsAsked) =>
    queryOptions<ShipsReply, Error>({
      queryKey: ["ships", stage.target, stage.pipeline, stage.stage, asked],
      queryFn: ({ signal }) =>
        fetchJson<ShipsReply>(`${stageApi(stage)}/ships?${new URLSearchParams({ ...asked })}`, { signal }),
      retry: 1,
      staleTime: 60_000,
      gcTime: 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
};

/**
 * What would ship, or be taken away; `problem` when it cannot be told. Nothing is asked without `asked`. How an approval
 * stands by the rules others change: who asks `anew` has it told by an answer of after that alone.
 */
export function useShips(stage: StageOf, asked: ShipsAsked | undefined, anew = false) {
  const query = useQuery({
    ...shipsQueries.of(stage, asked ?? { executionId: "" }),
    enabled: asked !== undefined,
    ...(anew && { refetchOnMount: "always" }),
  });
  return {
    ships: asked === undefined ? undefined : query.data?.ships,
    approval:
      asked !== undefined && query.isSuccess && (!anew || query.isFetchedAfterMount)
        ? query.data.approval
        : undefined,
    problem: query.error instanceof ProblemError ? query.error.problem : undefined,
    isAsking: asked !== undefined && query.isPending,
  };
}
