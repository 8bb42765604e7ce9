import type { ConditionDeclaration } from "./declaration";
import type { ConditionKind, ConditionRun, ConditionStatus, StageRun } from "./record";
import { abandonRule, startRule } from "./rule-run";
import type { Simulation } from "./simulation";

/** The condition of a stage, which has at most one of each kind. */
export function conditionOf(run: StageRun, kind: ConditionKind): ConditionDeclaration | undefined {
  const condition = run.declaration[kind]?.conditions?.[0];
  return condition?.rules && condition.rules.length > 0 ? condition : undefined;
}

/** A rule that could not be looked at at all makes its condition Errored; for everything else that is a failure too. */
const cannotJudge = "ConfigurationError";

function statusOf(run: StageRun, evaluation: ConditionRun): ConditionStatus {
  if (run.status === "InProgress" && run.execution.cancelling) return "Cancelled";
  const failed = [...evaluation.rules.values()].filter((rule) => rule.status === "Failed");
  if (failed.length === 0) return "Succeeded";
  return failed.some((rule) => rule.errorDetails?.code === cannotJudge) ? "Errored" : "Failed";
}

/** Starts all rules of a condition; `ended` is told when the last one ended: it is met when all succeeded. */
export function startCondition(
  sim: Simulation,
  run: StageRun,
  kind: ConditionKind,
  condition: ConditionDeclaration,
  ended: (met: boolean) => void,
): void {
  const evaluation: ConditionRun = { status: "InProgress", changedAt: sim.now, rules: new Map() };
  run.conditions.set(kind, evaluation);
  const ruleEnded = (): void => {
    if (run.running > 0) return;
    evaluation.status = statusOf(run, evaluation);
    evaluation.changedAt = sim.now;
    ended(evaluation.status === "Succeeded");
  };
  for (const rule of condition.rules ?? [])
    evaluation.rules.set(rule.name, startRule(sim, run, kind, rule, ruleEnded));
}

/** Abandons everything of a stage run's conditions that is in progress. */
export function abandonConditions(sim: Simulation, run: StageRun): void {
  for (const evaluation of run.conditions.values()) {
    if (evaluation.status === "InProgress") endCondition(sim, evaluation, "Abandoned");
  }
}

/** Ends an evaluation without its rules: those in progress are abandoned, with the ARN of who overrode it. */
export function endCondition(
  sim: Simulation,
  evaluation: ConditionRun,
  status: "Abandoned" | "Overridden",
  by?: string,
): void {
  for (const rule of evaluation.rules.values()) abandonRule(sim, rule, by);
  evaluation.status = status;
  evaluation.changedAt = sim.now;
}
