import { firstLine } from "./first-line";
import type { ConditionState, StageState } from "./pipeline-state";

/** What came of the conditions of a stage that was skipped or let through: without a full stop. */
export function conditionOutcome(stage: StageState): string {
  const condition = stage.standing === "Skipped" ? stage.beforeEntry : overridden(stage);
  const rule = condition?.rules.find(({ standing }) => standing !== "Succeeded") ?? condition?.rules[0];
  const why = firstLine(condition?.summary) ?? firstLine(rule?.summary);
  const what =
    stage.standing === "Skipped"
      ? `${stage.name} skipped by its entry condition`
      : `Condition of ${stage.name} overridden`;
  return why === undefined ? what : `${what}: ${why}`;
}

function overridden({ beforeEntry, onSuccess }: StageState): ConditionState | undefined {
  const conditions = [onSuccess, beforeEntry];
  return conditions.find((each) => each?.standing === "Overridden") ?? onSuccess ?? beforeEntry;
}
