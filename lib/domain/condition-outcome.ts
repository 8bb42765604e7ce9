import { firstLine } from "./first-line";
import type { StageState } from "./pipeline-state";

/** What came of the conditions of a stage that was skipped or let through: without a full stop. */
export function conditionOutcome(stage: StageState): string {
  const condition = stage.standing === "Skipped" ? stage.beforeEntry : (stage.onSuccess ?? stage.beforeEntry);
  const why = firstLine(condition?.summary) ?? firstLine(condition?.rules[0]?.summary);
  const what =
    stage.standing === "Skipped"
      ? `${stage.name} skipped by its entry condition`
      : `Condition of ${stage.name} overridden`;
  return why === undefined ? what : `${what}: ${why}`;
}
