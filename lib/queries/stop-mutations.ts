import type { StopRequest } from "@/lib/contract/receipt";
import { usePress } from "./press";
import { pipelineApi } from "./stage-path";

/** Stops an execution: POST …/executions/{id}/stop under one key. */
export function useStopExecution(
  of: { target: string; pipeline: string; executionId: string },
  key: string,
  onProblem: () => void,
) {
  const path = `${pipelineApi(of)}/executions/${encodeURIComponent(of.executionId)}/stop`;
  return usePress<StopRequest>(path, key, onProblem);
}
