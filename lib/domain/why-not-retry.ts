import type { ActionState, StageState } from "./pipeline-state";
import { isOccupied } from "./stage-standing";
import type { WhyNot } from "./why-not";

/** What a retry runs: the failed actions and what comes after them, or the whole stage. */
export type RetryMode = "FAILED_ACTIONS" | "ALL_ACTIONS";

/** Standings of a stage that AWS certainly does not retry, and what they mean. */
const NOTHING_FAILED: Readonly<Record<string, string>> = {
  Succeeded: "it succeeded",
  Overridden: "it succeeded after its condition was overridden",
  Skipped: "it was skipped",
  Cancelled: "its execution was cancelled by a change of the pipeline",
  NotYetRun: "the execution has not been in it",
};

/**
 * Why the run that a stage shows cannot be retried (RetryStageExecution); undefined when AWS may take it. A standing this
 * version does not know is for AWS to judge.
 */
export function whyNotRetry(
  stage: Pick<StageState, "name" | "standing"> & {
    actions: ReadonlyArray<Pick<ActionState, "name" | "standing">>;
  },
  mode: RetryMode,
): WhyNot | undefined {
  const { name, standing, actions } = stage;
  if (isOccupied(standing))
    return { code: "retry.running", why: `${name} is at work; only what has failed or stopped is retried.` };
  const nothing = NOTHING_FAILED[standing];
  if (nothing !== undefined)
    return { code: "retry.nothing-failed", why: `${name} has nothing to retry: ${nothing}.` };
  const known = actions.every(({ standing: of }) => of === "Succeeded" || of === "NotYetRun");
  if ((standing === "Failed" || standing === "Errored") && known) {
    const why = `No action of ${name} failed, so there is nothing to retry. A condition stopped it: that is overridden, not retried.`;
    return { code: "retry.nothing-failed", why };
  }
  const working = actions.filter(({ standing: of }) => of === "InProgress" || of === "Approval");
  if (mode === "ALL_ACTIONS" && working.length > 0) {
    const names = working.map((action) => action.name).join(", ");
    return {
      code: "retry.actions-running",
      why: `All actions can be retried once none is at work; ${names} still is.`,
    };
  }
  return undefined;
}
