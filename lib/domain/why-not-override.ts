import type { ConditionState } from "./pipeline-state";
import type { WhyNot } from "./why-not";

/** What a condition that cannot be overridden came to. */
const OVER: Readonly<Record<string, { code: string; why: string }>> = {
  Succeeded: { code: "condition.met", why: "The condition is met; there is nothing to override." },
  Overridden: { code: "condition.overridden", why: "Somebody overrode the condition already." },
  NotYetRun: { code: "condition.not-asked", why: "The condition has not been asked in this run." },
  Cancelled: { code: "condition.cancelled", why: "The condition was cancelled with its execution." },
  Abandoned: { code: "condition.cancelled", why: "The condition was abandoned with its execution." },
};

/** Why a condition of a stage cannot be overridden now (OverrideStageCondition); undefined when AWS may take it. */
export function whyNotOverride(
  condition: Pick<ConditionState, "standing" | "result"> | undefined,
): WhyNot | undefined {
  if (!condition) return { code: "condition.not-found", why: "The stage has no such condition." };
  if (condition.result === "SKIP")
    return { code: "condition.skips", why: "A condition that skips its stage cannot be overridden." };
  return OVER[condition.standing];
}
