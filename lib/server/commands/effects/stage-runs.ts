import "server-only";
import type { AwsPipelineState } from "../../codepipeline/get-pipeline-state";
import { objects, text } from "../../codepipeline/lenient";
import type { EffectReader } from "./effect-reader";

/** A run of an action, or of a rule of the stage's entry condition, in one execution. */
export interface StageRun {
  isRule: boolean;
  name: string;
  startedMs: number;
  status: string;
  /** Principal that changed it, where AWS keeps one. */
  updatedBy?: string;
}

type Detail = Awaited<ReturnType<EffectReader["actions"]>>[number] | RuleDetail;
type RuleDetail = Awaited<ReturnType<EffectReader["rules"]>>[number];

/** The rules of a stage's condition (GetPipelineState, which names them in every mode). */
export function ruleNames(
  state: AwsPipelineState,
  stage: string,
  kind: "beforeEntryConditionState" | "onSuccessConditionState",
): string[] {
  const found = objects(state.stageStates).find(({ stageName }) => stageName === stage);
  return objects(found?.[kind]?.conditionStates).flatMap(({ ruleStates }) =>
    objects(ruleStates).flatMap(({ ruleName }) => text(ruleName) ?? []),
  );
}

/** What ran in a stage in one execution, oldest first. */
export interface StageRuns {
  /** Actions, and these rules. */
  runs: StageRun[];
  /** There are such rules, and their runs may not be read, or are not kept: what began cannot be told apart. */
  isBlind: boolean;
}

/** ListActionExecutions, and ListRuleExecutions of these rules; of all where none are named. Throws AwsReadError. */
export async function stageRuns(
  aws: EffectReader,
  at: { executionId: string; stage: string },
  rules: readonly string[],
): Promise<StageRuns> {
  const ofStage = ({ stageName }: Detail) => stageName === at.stage;
  const actions = (await aws.actions(at.executionId)).filter(ofStage).flatMap((one) => run(one, false));
  const asked = (await aws.rules(at.executionId)).filter(ofStage).flatMap((one) => run(one, true));
  const ruled = rules.length === 0 ? asked : asked.filter(({ name }) => rules.includes(name));
  const runs = [...ruled, ...actions].sort((one, other) => one.startedMs - other.startedMs);
  return { runs, isBlind: rules.length > 0 && ruled.length === 0 };
}

/** Runs of actions that only an override lets begin: first ones after an entry condition that was not met. */
export function letIn(runs: readonly StageRun[]): Array<{ run: StageRun; rules: StageRun[] }> {
  return runs.flatMap((run, index) => {
    const before = runs.slice(0, index);
    const rule = before.findLastIndex(({ isRule }) => isRule);
    const hasRun = before.slice(rule + 1).some(({ name }) => name === run.name);
    if (run.isRule || rule < 0 || hasRun) return [];
    const rules = latestOfEach(before.filter(({ isRule }) => isRule));
    return rules.some(({ status }) => status !== "Succeeded") ? [{ run, rules }] : [];
  });
}

/** The latest run of each name. */
export function latestOfEach(runs: readonly StageRun[]): StageRun[] {
  return [...new Map(runs.map((one) => [one.name, one])).values()];
}

function run(detail: Detail, isRule: boolean): StageRun[] {
  const name = text("ruleName" in detail ? detail.ruleName : "actionName" in detail ? detail.actionName : "");
  const startedMs = Number(detail.startTime);
  if (name === undefined || Number.isNaN(startedMs)) return [];
  const updatedBy = text(detail.updatedBy);
  return [{ isRule, name, startedMs, status: text(detail.status) ?? "", ...(updatedBy && { updatedBy }) }];
}
