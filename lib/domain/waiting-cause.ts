import type { PipelineFacts } from "./pipeline-facts";
import type { ConditionState, StageState } from "./pipeline-state";
import { isKnownStanding, type Standing } from "./standing";
import { waitingTrains } from "./station";
import type { WaitingCause } from "./waiting";

/** What holds a pipeline, and at which stage. */
export interface Held {
  cause: WaitingCause;
  stage?: StageState;
}

const OF_STANDING: Record<string, WaitingCause> = {
  Failed: "failure",
  Errored: "failure",
  Approval: "approval",
  Stopping: "stopping",
  Stopped: "stopped",
  Cancelled: "cancelled",
  Skipped: "skipped",
  Overridden: "overridden",
  NotYetRun: "never",
  Succeeded: "rest",
};

/** Standings at which nobody is inside, so that what stands in front of the stage is what holds it up. */
const VACANT = new Set<WaitingCause>(["stopped", "cancelled", "skipped", "overridden", "never", "rest"]);

/** What holds one stage: what is inside it comes before what stands in front of it. */
export function causeAt(stage: StageState): WaitingCause {
  if (stage.standing === "InProgress") return openCondition(stage) === undefined ? "work" : "rule";
  const cause = OF_STANDING[stage.standing] ?? "unknown";
  if (!VACANT.has(cause)) return cause;
  if (!stage.transition.enabled) return "gate";
  return waitingTrains(stage).length > 0 ? "queue" : cause;
}

/** The condition of a stage that is still being evaluated, with its name in words. */
export function openCondition(
  stage: StageState,
): { condition: ConditionState; words: "entry" | "success" | "failure" } | undefined {
  const conditions = [
    ["entry", stage.beforeEntry],
    ["success", stage.onSuccess],
    ["failure", stage.onFailure],
  ] as const;
  for (const [words, condition] of conditions)
    if (condition?.standing === "InProgress") return { condition, words };
  return undefined;
}

/**
 * What holds a pipeline that is no PARALLEL one: what its headline says, at the last stage it is true of. That nothing has
 * run is true of none more than of another.
 */
export function causeOf({ headline, stages }: Pick<PipelineFacts, "headline" | "stages">): Held {
  const at = (cause: WaitingCause, is: (stage: StageState) => boolean): Held => ({
    cause,
    stage: stages.findLast(is),
  });
  const stands = (standing: Standing) => (stage: StageState) => stage.standing === standing;
  switch (headline) {
    case "Failed":
      return at("failure", ({ standing }) => standing === "Failed" || standing === "Errored");
    case "ClosedGate":
      return at("gate", (stage) => !stage.transition.enabled && waitingTrains(stage).length > 0);
    case "Queued":
      return at("queue", (stage) => waitingTrains(stage).length > 0);
    case "InProgress": {
      const stage = stages.findLast(stands("InProgress"));
      return stage === undefined ? { cause: "between" } : { cause: causeAt(stage), stage };
    }
    case "Approval":
    case "Stopping":
    case "Stopped":
    case "Cancelled":
      return at(OF_STANDING[headline] ?? "unknown", stands(headline));
    case "NotYetRun":
      return { cause: "never" };
    default:
      return isKnownStanding(headline) ? resting(stages) : at("unknown", stands(headline));
  }
}

function resting(stages: readonly StageState[]): Held {
  const gate = stages.findLast((stage) => !stage.transition.enabled);
  if (gate) return { cause: "gate", stage: gate };
  const special = stages.findLast(({ standing }) => standing === "Overridden" || standing === "Skipped");
  if (special) return { cause: special.standing === "Skipped" ? "skipped" : "overridden", stage: special };
  return { cause: "rest", stage: stages.findLast(({ standing }) => standing === "Succeeded") };
}
