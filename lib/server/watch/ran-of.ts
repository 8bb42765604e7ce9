import "server-only";
import type { ActionRuns } from "../codepipeline/action-runs";
import type { SeenRow } from "../store/executions";

/** How far an execution came, and when it was in each stage, as it is kept. */
export function ranOf(runs: ActionRuns, executionId: string): Required<Pick<SeenRow, "ran" | "ended">> {
  return {
    ran: Object.fromEntries(runs.stagesOf(executionId)),
    ended: Object.fromEntries(runs.endsOf(executionId)),
  };
}
