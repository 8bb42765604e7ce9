import { queryOptions, useQuery } from "@tanstack/react-query";
import type { PipelineStateReply } from "@/lib/contract/pipeline-state";
import { fetchJson, ProblemError } from "./fetch-json";
import { LOOK_EVERY_MS, useIsLive } from "./live/live-store";
import { pipelineApi } from "./stage-path";

/** Between two reads of our own route; it answers from the server's shared snapshot. */
const READ_EVERY_MS = 2000;
/** The same after an answer that was no state. */
export const RETRY_EVERY_MS = 5000;

export const pipelineStateQueries = {
  /** GET /api/pipelines/{target}/{pipeline}/state, again and again while the page is visible, and at once when the stream tells of a change. */
  state: (target: string, pipeline: string) =>
    queryOptions<PipelineStateReply, Error>({
      queryKey: ["pipeline-state", target, pipeline],
      queryFn: ({ signal }) =>
        fetchJson<PipelineStateReply>(`${pipelineApi({ target, pipeline })}/state`, { signal }),
      retry: false,
      refetchIntervalInBackground: false,
      staleTime: READ_EVERY_MS,
    }),
};

/** Live state of one pipeline. Keeps the last answer while later ones fail; `problem` is the latest failure. */
export function usePipelineState(target: string, pipeline: string) {
  const live = useIsLive();
  const query = useQuery({
    ...pipelineStateQueries.state(target, pipeline),
    refetchInterval: ({ state }) =>
      state.status === "error" ? RETRY_EVERY_MS : live ? LOOK_EVERY_MS : READ_EVERY_MS,
  });
  return {
    reply: query.data,
    problem: query.error instanceof ProblemError ? query.error.problem : undefined,
    failed: query.error,
    retry: () => void query.refetch(),
  };
}
