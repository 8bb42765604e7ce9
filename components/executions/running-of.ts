import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import type { Stoppable } from "./stop-facts";

/**
 * What can be stopped, with what runs of it. The state of a PARALLEL pipeline shows one execution of each action, so what
 * runs of the others is only known from their own pages.
 *
 * @param detail what its own page shows, once it is here
 */
export function runningOf(
  state: PipelineState,
  chosen: Stoppable,
  detail: ExecutionDetail | undefined,
): Stoppable {
  if (state.row.executionMode !== "PARALLEL") return chosen;
  const isKnown =
    detail !== undefined && !detail.forgotten && !detail.denied.includes("codepipeline:ListActionExecutions");
  const runs = isKnown ? detail.stages.flatMap(({ actions }) => actions) : undefined;
  return { ...chosen, running: runs?.filter(({ status }) => status === "InProgress") };
}
