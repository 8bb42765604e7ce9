import "server-only";
import { integer, objects, text } from "../../codepipeline/lenient";
import type { Effect, EffectOf, Pressed } from "./effect";
import type { EffectReader } from "./effect-reader";
import { letIn, ruleNames, type StageRun, stageRuns } from "./stage-runs";
import { isInItsTime, notItsTime } from "./whose";

/**
 * A stage tried again: actions of the execution began there after the press looked (ListActionExecutions), or the rules of
 * its entry condition (ListRuleExecutions), or AWS counts one manual retry more (GetPipelineState). What an override lets in
 * is none. AWS does not tell who retried: where the answer was lost, a retry is this press's when it began while the
 * answer was awaited; no other press of Pipedeck can have made it, since they wait for one another.
 */
export const retryEffect: EffectOf = async (pressed, aws) => {
  const { executionId, stage = "" } = pressed.receipt;
  if (executionId === undefined) return { kind: "cannot-tell", why: "The receipt names no execution." };
  const state = await aws.state();
  const now = objects(state.stageStates).find(({ stageName }) => stageName === stage);
  const standing = text(now?.latestExecution?.pipelineExecutionId);
  const rules = ruleNames(state, stage, "beforeEntryConditionState");
  const { runs, isBlind } = await stageRuns(aws, { executionId, stage }, rules);
  const overridden = new Set(letIn(runs).map(({ run }) => run));
  const again = runs.filter((run) => isNewer(run, pressed) && !overridden.has(run));
  const metadata = standing === executionId ? now?.retryStageMetadata : undefined;
  const manual = integer(metadata?.manualStageRetryAttempt) ?? 0;
  const isCounted = manual > (integer(pressed.expectation.manual) ?? 0);
  // Who counts retries, and no more by hand than before, has made this one by itself.
  const isByItself = metadata?.latestRetryTrigger === "AutomatedStageRetry" && !isCounted;
  if (isCounted || (again.length > 0 && !isByItself)) return told(pressed, aws, again, isBlind && !isCounted);
  if (standing === undefined || standing === executionId) return { kind: "not-seen" };
  return {
    kind: "overtaken",
    finding: `Another execution is in ${stage} by now, so this one cannot be retried there.`,
  };
};

/** Whose retry these runs came of. `isBlind`: they may be of an override. */
function told({ receipt }: Pressed, aws: EffectReader, again: readonly StageRun[], isBlind: boolean): Effect {
  const [first] = again;
  if (receipt.state === "accepted") return { kind: "seen", finding: words(receipt.stage, first) };
  const inTime = again.find(({ startedMs }) => isInItsTime(startedMs, receipt, aws.target));
  const finding = words(receipt.stage, inTime ?? first);
  if (!inTime) {
    const why = `${finding} ${notItsTime(first?.startedMs, receipt)}`;
    return { kind: "cannot-tell", why };
  }
  if (isBlind)
    return {
      kind: "cannot-tell",
      why: `${finding} It may have been a retry, or an override of its condition.`,
    };
  return {
    kind: "seen",
    finding: `${finding} It was while the answer was awaited; AWS does not tell by whom.`,
  };
}

function words(stage: string | undefined, run: StageRun | undefined): string {
  if (!run) return `${stage} was retried.`;
  return run.isRule ? `${run.name} was asked again at ${stage}.` : `${run.name} in ${stage} began again.`;
}

/** Began after the press had looked: after the last change that it saw, and of rules after the last that it saw asked. */
function isNewer({ isRule, startedMs }: StageRun, { expectation }: Pressed): boolean {
  const seenMs = (what: unknown) => Date.parse(text(what) ?? "");
  const isOld = (ms: number) => startedMs <= ms;
  const changedMs = seenMs(expectation.changedAt);
  return !Number.isNaN(changedMs) && !isOld(changedMs) && !(isRule && isOld(seenMs(expectation.askedAt)));
}
