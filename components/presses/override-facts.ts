import { revisionsOf } from "@/components/approvals/revisions-of";
import type { ExecutionDetail, RuleRun } from "@/lib/domain/execution-detail";
import type { ConditionState, PipelineState } from "@/lib/domain/pipeline-state";
import type { Revision } from "@/lib/domain/revision";
import { sameJson } from "@/lib/domain/same-json";

/** Conditions that AWS lets a person override, as addresses name them. */
export const OVERRIDABLE_KINDS = {
  BEFORE_ENTRY: { member: "beforeEntry", words: "Before entry" },
  ON_SUCCESS: { member: "onSuccess", words: "On success" },
} as const;

export type OverridableKind = keyof typeof OVERRIDABLE_KINDS;

/** What the override of a condition is about. */
export interface OverrideFacts {
  executionId: string;
  revisions: readonly Revision[];
  asked: ConditionState;
}

/** Of the execution that a stage holds; undefined when it holds none, or has no such condition. */
export function overrideFacts(
  state: PipelineState,
  stageName: string,
  kind: OverridableKind,
): OverrideFacts | undefined {
  const stage = state.stages.find(({ name }) => name === stageName);
  const asked = stage?.[OVERRIDABLE_KINDS[kind].member];
  if (stage?.executionId === undefined || asked === undefined) return undefined;
  const { executionId } = stage;
  return { executionId, revisions: revisionsOf(state, stage, executionId), asked };
}

/**
 * The same of one execution, from the last time its rules were asked: in PARALLEL mode the state of a stage tells nothing of
 * them. Undefined when they never were.
 */
export function overrideFactsOf(
  { summary, stages }: Pick<ExecutionDetail, "summary" | "stages">,
  stageName: string,
  kind: OverridableKind,
): OverrideFacts | undefined {
  const { member } = OVERRIDABLE_KINDS[kind];
  const runs = stages
    .find(({ name }) => name === stageName)
    ?.rules.filter(({ condition }) => condition === member);
  const attempt = runs?.at(-1)?.attempt;
  const last = runs?.filter((run) => run.attempt === attempt) ?? [];
  if (last.length === 0) return undefined;
  const asked: ConditionState = { standing: standingOf(last), rules: last.map(toRule) };
  return { executionId: summary.id, revisions: summary.revisions, asked };
}

/** Whether it is still what was opened: the same execution, and no rule asked or answered since. */
export function isSameOverride(opened: OverrideFacts, now: OverrideFacts | undefined): boolean {
  return now !== undefined && sameJson(judged(opened), judged(now));
}

function judged({ executionId, asked: { standing, changedAt, rules } }: OverrideFacts): unknown {
  return [executionId, standing, changedAt ?? "", rules.map((rule) => [rule.name, rule.standing])];
}

function standingOf(runs: readonly RuleRun[]): string {
  if (runs.some(({ overridden }) => overridden)) return "Overridden";
  if (runs.some(({ standing }) => standing === "InProgress")) return "InProgress";
  return runs.find(({ standing }) => standing !== "Succeeded")?.standing ?? "Succeeded";
}

function toRule(run: RuleRun): ConditionState["rules"][number] {
  const { name, standing, summary, error, provider, externalExecutionUrl } = run;
  return {
    name,
    standing,
    summary,
    error,
    provider,
    externalExecutionUrl,
    changedAt: run.endedAt ?? run.startedAt,
  };
}
