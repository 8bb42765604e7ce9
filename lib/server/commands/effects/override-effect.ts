import "server-only";
import { principalName } from "@/lib/domain/principal-name";
import type { Receipt } from "@/lib/domain/receipt";
import { objects, text } from "../../codepipeline/lenient";
import type { Effect, EffectOf, Pressed } from "./effect";
import type { EffectReader } from "./effect-reader";
import { latestOfEach, letIn, ruleNames, stageRuns } from "./stage-runs";
import { isInItsTime, notItsTime, whose } from "./whose";

/** A condition that was passed over. */
interface Overriding {
  words: string;
  atMs: number | undefined;
  /** Who did it, where a rule was still at work then: AWS keeps who abandoned it. */
  by: string[];
}

/**
 * A condition overridden: its state says so (GetPipelineState). In PARALLEL mode, where the state has none, and once the
 * execution went on, what it did after the condition tells (ListActionExecutions, ListRuleExecutions): it went on though a
 * rule had not succeeded, after the press had looked, and nobody's retry made it. Where the answer was lost, an override is
 * this press's by who abandoned the rules; where none was at work, by having come while the answer was awaited: no other
 * press of Pipedeck can have made it, since they wait for one another.
 */
export const overrideEffect: EffectOf = async (pressed, aws) => {
  const { executionId, stage = "" } = pressed.receipt;
  if (executionId === undefined) return { kind: "cannot-tell", why: "The receipt names no execution." };
  const states = objects((await aws.state()).stageStates);
  const now = states.find(({ stageName }) => stageName === stage);
  const standing = text(now?.latestExecution?.pipelineExecutionId);
  const isEntry = pressed.expectation.condition === "BEFORE_ENTRY";
  const found = [
    ...(standing === executionId
      ? said(isEntry ? now?.beforeEntryConditionState : now?.onSuccessConditionState, stage)
      : []),
    ...(isEntry ? await entered(pressed, aws, executionId) : await leftBehind(pressed, aws, executionId)),
  ];
  const [first] = found;
  if (first) return judged(pressed.receipt, aws, found, first);
  if (standing === undefined || standing === executionId) return { kind: "not-seen" };
  return {
    kind: "overtaken",
    finding: `Another execution is in ${stage} by now, so its condition cannot be overridden.`,
  };
};

function judged(
  receipt: Receipt,
  aws: EffectReader,
  found: readonly Overriding[],
  first: Overriding,
): Effect {
  if (receipt.state === "accepted") return { kind: "seen", finding: first.words };
  const isOurs = ({ by }: Overriding) => by.some((one) => whose(one, receipt, aws.target) === "presser");
  const isOthers = ({ by }: Overriding) =>
    by.some((one) => whose(one, receipt, aws.target) === "somebody-else");
  const ours = found.find(isOurs);
  if (ours) return { kind: "seen", finding: ours.words };
  const [others] = found.filter(isOthers);
  if (others) {
    const finding = `${others.words} It was overridden by ${principalName(others.by[0] ?? "somebody else")}.`;
    return { kind: "overtaken", finding };
  }
  const inTime = found.find(({ atMs }) => atMs !== undefined && isInItsTime(atMs, receipt, aws.target));
  if (inTime) {
    const finding = `${inTime.words} It came while the answer was awaited; AWS does not tell by whom.`;
    return { kind: "seen", finding };
  }
  const why = `${first.words} ${notItsTime(first.atMs, receipt)}`;
  return { kind: "cannot-tell", why };
}

type ConditionState = NonNullable<
  NonNullable<Awaited<ReturnType<EffectReader["state"]>>["stageStates"]>[number]["beforeEntryConditionState"]
>;

/** The condition's own state. */
function said(condition: ConditionState | undefined, stage: string): Overriding[] {
  if (condition?.latestExecution?.status !== "Overridden") return [];
  const judgements = objects(condition.conditionStates);
  const at = judgements.map(({ latestExecution }) => Number(latestExecution?.lastStatusChange ?? Number.NaN));
  const atMs = at.find((ms) => !Number.isNaN(ms));
  const by = judgements.flatMap(({ ruleStates }) =>
    objects(ruleStates).flatMap(({ latestExecution }) => text(latestExecution?.lastUpdatedBy) ?? []),
  );
  return [{ words: `The condition of ${stage} is Overridden.`, atMs, by }];
}

/** Actions of the stage that began though its entry condition was not met. */
async function entered(pressed: Pressed, aws: EffectReader, executionId: string): Promise<Overriding[]> {
  const { stage = "" } = pressed.receipt;
  const rules = ruleNames(await aws.state(), stage, "beforeEntryConditionState");
  const { runs, isBlind } = await stageRuns(aws, { executionId, stage }, rules);
  const sinceMs = lookedAt(pressed);
  const words = (name: string) => `The execution went on to ${name} in ${stage}.`;
  if (isBlind)
    return runs
      .filter(({ startedMs }) => startedMs > sinceMs)
      .map(({ name }) => ({ words: words(name), atMs: undefined, by: [] }));
  return letIn(runs)
    .filter(({ run }) => run.startedMs > sinceMs)
    .map(({ run, rules: passed }) => ({
      words: words(run.name),
      atMs: run.startedMs,
      by: passed.flatMap(({ updatedBy }) => updatedBy ?? []),
    }));
}

/** What came after the stage though its rules had not all succeeded, and without a retry. */
async function leftBehind(pressed: Pressed, aws: EffectReader, executionId: string): Promise<Overriding[]> {
  const { stage = "" } = pressed.receipt;
  const state = await aws.state();
  const sinceMs = lookedAt(pressed);
  const rules = ruleNames(state, stage, "onSuccessConditionState");
  const { runs, isBlind } = await stageRuns(aws, { executionId, stage }, rules);
  if (runs.some(({ isRule, startedMs }) => !isRule && startedMs > sinceMs)) return [];
  const passed = latestOfEach(runs.filter(({ isRule }) => isRule));
  if (!isBlind && passed.every(({ status }) => status === "Succeeded")) return [];
  const by = passed.flatMap(({ updatedBy }) => updatedBy ?? []);
  const names = objects(state.stageStates).map(({ stageName }) => stageName);
  const beyond = names.slice(names.indexOf(stage) + 1);
  const next = (await aws.actions(executionId)).findLast(
    (one) => beyond.includes(one.stageName) && Number(one.startTime) > sinceMs,
  );
  if (next) {
    const words = `The execution went on to ${next.actionName} in ${next.stageName}.`;
    return [{ words, atMs: isBlind ? undefined : Number(next.startTime), by }];
  }
  if (beyond.length > 0 || (await aws.execution(executionId))?.status !== "Succeeded") return [];
  const listed = (await aws.executions()).find((one) => one.pipelineExecutionId === executionId);
  const atMs = isBlind || !listed?.lastUpdateTime ? undefined : Number(listed.lastUpdateTime);
  return [{ words: "The execution went on and succeeded.", atMs, by }];
}

/** The last change that the press saw, in epoch milliseconds; 0 when it saw none. */
function lookedAt({ expectation }: Pressed): number {
  return Date.parse(text(expectation.changedAt) ?? "") || 0;
}
