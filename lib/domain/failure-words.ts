import { firstLine } from "./first-line";
import { nameList } from "./name-list";
import type { ActionState, ConditionState, StageState } from "./pipeline-state";

/** What failed in a stage and what is known about why. */
export interface FailureWords {
  /** Without the stage and without a full stop: `deploy-eu failed`. */
  what: string;
  why?: string;
}

/** Says in words what failed in a stage: actions, an answer to an approval, or a condition. */
export function failureWords(stage: StageState): FailureWords {
  const failed = stage.actions.filter((action) => action.standing === "Failed");
  const condition = failed.length === 0 ? conditionWords(stage) : undefined;
  if (condition) return condition;
  const [first] = failed;
  if (!first) return { what: "the stage failed" };
  const why = firstLine(first.error?.message) ?? firstLine(first.summary) ?? first.error?.code;
  if (failed.length === 1 && first.category === "Approval") return notApproved(first, why);
  return { what: `${nameList(failed.map((action) => action.name))} failed`, why };
}

function notApproved(action: ActionState, why: string | undefined): FailureWords {
  const by = action.lastUpdatedBy === undefined ? "" : ` by ${action.lastUpdatedBy}`;
  return { what: `${action.name} was not approved${by}`, why: firstLine(action.summary) ?? why };
}

function conditionWords(stage: StageState): FailureWords | undefined {
  const conditions: Array<[string, ConditionState | undefined]> = [
    ["entry", stage.beforeEntry],
    ["success", stage.onSuccess],
  ];
  for (const [kind, condition] of conditions) {
    if (condition?.standing !== "Failed" && condition?.standing !== "Errored") continue;
    const rule =
      condition.rules.find((candidate) => candidate.standing === condition.standing) ??
      condition.rules.find((candidate) => candidate.standing === "Failed");
    const name = rule ? `rule ${rule.name}` : `the ${kind} condition`;
    const why = firstLine(rule?.error?.message) ?? firstLine(rule?.summary) ?? firstLine(condition.summary);
    return {
      what: `${name} ${condition.standing === "Errored" ? "could not be evaluated" : "was not met"}`,
      why,
    };
  }
  return undefined;
}
