import type { ConditionState, StageState } from "./pipeline-state";

/** One action or rule that failed in a stage, in AWS's words. */
export interface StageFault {
  /** Name of the action, or of the rule when `rule`. */
  name: string;
  rule: boolean;
  provider?: string;
  code?: string;
  message?: string;
  /** http or https only. */
  externalUrl?: string;
}

/**
 * What failed in a stage that stands failed, the actions before the rules: a failed action, and else the rules of the
 * condition that did not let the execution through. Empty where AWS names none.
 */
export function stageFaults(stage: StageState): StageFault[] {
  const actions = stage.actions.filter(({ standing }) => standing === "Failed" || standing === "Abandoned");
  if (actions.length > 0)
    return actions.map(({ name, provider, error, summary, externalExecutionUrl }) =>
      fault({ name, rule: false, provider, error, summary, externalExecutionUrl }),
    );
  return [stage.beforeEntry, stage.onSuccess].flatMap((condition) => rulesOf(condition));
}

function rulesOf(condition: ConditionState | undefined): StageFault[] {
  if (condition === undefined || !stops(condition.standing)) return [];
  return condition.rules
    .filter(({ standing }) => stops(standing))
    .map((rule) => fault({ ...rule, rule: true }));
}

function stops(standing: string): boolean {
  return standing === "Failed" || standing === "Errored";
}

interface Run {
  name: string;
  rule: boolean;
  provider?: string;
  error?: { code?: string; message?: string };
  summary?: string;
  externalExecutionUrl?: string;
}

function fault({ name, rule, provider, error, summary, externalExecutionUrl }: Run): StageFault {
  const message = error?.message ?? summary;
  return {
    name,
    rule,
    ...(provider !== undefined && provider !== "" && { provider }),
    ...(error?.code !== undefined && { code: error.code }),
    ...(message !== undefined && { message }),
    ...(externalExecutionUrl !== undefined && { externalUrl: externalExecutionUrl }),
  };
}
