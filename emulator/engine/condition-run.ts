import type { ConditionDeclaration } from "./declaration";
import type { ConditionKind, ConditionRun, StageRun } from "./record";
import { abandonRule, startRule } from "./rule-run";
import type { Simulation } from "./simulation";

/** The condition of a stage, which has at most one of each kind. */
export function conditionOf(run: StageRun, kind: ConditionKind): ConditionDeclaration | undefined {
  const condition = run.declaration[kind]?.conditions[0];
  return condition?.rules && condition.rules.length > 0 ? condition : undefined;
}

/** Starts all rules of a condition; `ended` is told when the last one ended: failed if any failed. */
export function startCondition(
  sim: Simulation,
  run: StageRun,
  kind: ConditionKind,
  condition: ConditionDeclaration,
  ended: (status: "Succeeded" | "Failed") => void,
): void {
  const evaluation: ConditionRun = { status: "InProgress", changedAt: sim.now, rules: new Map() };
  run.conditions.set(kind, evaluation);
  const ruleEnded = (): void => {
    if (run.running > 0) return;
    const failed = [...evaluation.rules.values()].some((rule) => rule.status === "Failed");
    evaluation.status = failed ? "Failed" : "Succeeded";
    evaluation.changedAt = sim.now;
    ended(evaluation.status);
  };
  for (const rule of condition.rules ?? [])
    evaluation.rules.set(rule.name, startRule(sim, run, rule, ruleEnded));
}

/** Abandons everything of a stage run's conditions that is in progress. */
export function abandonConditions(sim: Simulation, run: StageRun): void {
  for (const evaluation of run.conditions.values()) {
    for (const rule of evaluation.rules.values()) abandonRule(sim, rule);
    if (evaluation.status !== "InProgress") continue;
    evaluation.status = "Abandoned";
    evaluation.changedAt = sim.now;
  }
}
