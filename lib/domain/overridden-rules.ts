import type { ActionRun, RuleRun } from "./execution-detail";
import type { StageState } from "./pipeline-state";

interface Facts {
  executionId: string;
  /** AWS's status of the execution. */
  status: string;
  /** The line now. */
  stages: readonly StageState[];
  actions: ReadonlyArray<{ stage: string; run: ActionRun }>;
  rules: ReadonlyArray<{ stage: string; run: RuleRun }>;
}

/**
 * Marks the rules whose condition somebody has overridden. AWS says it of the execution a stage ran last; of any other
 * it shows by the execution having gone past a rule that did not let it.
 *
 * @param names of the stages in order
 */
export function markOverridden(names: readonly string[], facts: Facts): Facts["rules"] {
  const last = new Map(facts.rules.map(({ stage, run }) => [JSON.stringify([stage, run.name]), run.id]));
  return facts.rules.map(({ stage, run }) => {
    const isLast = last.get(JSON.stringify([stage, run.name])) === run.id;
    const overridden = isLast && isOverridden(run, stage, names, facts);
    return { stage, run: overridden ? { ...run, overridden } : run };
  });
}

function isOverridden(run: RuleRun, stage: string, names: readonly string[], facts: Facts): boolean {
  if (run.status === "Succeeded" || run.condition === undefined || run.condition === "onFailure")
    return false;
  const line = facts.stages.find((candidate) => candidate.name === stage);
  if (line?.executionId === facts.executionId) return line[run.condition]?.standing === "Overridden";
  if (run.endedAt === undefined) return false;
  const end = run.endedAt;
  const after = (one: { run: ActionRun | RuleRun }) => (one.run.startedAt ?? "") >= end;
  if (run.condition === "beforeEntry") {
    return facts.actions.some((action) => action.stage === stage && after(action));
  }
  const later = new Set(names.slice(names.indexOf(stage) + 1));
  return (
    facts.status === "Succeeded" ||
    [...facts.actions, ...facts.rules].some((one) => later.has(one.stage) && after(one))
  );
}
