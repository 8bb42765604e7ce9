import type { StopRequest } from "@/lib/contract/receipt";
import { usePress } from "./press";

/** Stops an execution: POST …/executions/{id}/stop under one key. */
export function useStopExecution(
  of: { target: string; pipeline: string; executionId: string },
  key: string,
  onProblem: () => void,
) {
  const [target, pipeline, id] = [of.target, of.pipeline, of.executionId].map(encodeURIComponent);
  return usePress<StopRequest>(`/api/pipelines/${target}/${pipeline}/executions/${id}/stop`, key, onProblem);
}
