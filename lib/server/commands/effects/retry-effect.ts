import "server-only";
import { integer, objects, text } from "../../codepipeline/lenient";
import type { Effect, EffectOf, Pressed } from "./effect";
import type { EffectReader } from "./effect-reader";

/**
 * A stage tried again: actions of the execution began there after the press looked (ListActionExecutions), or rules of its
 * conditions (ListRuleExecutions), or AWS counts one manual retry more (GetPipelineState). AWS has no room for a reason, so what it shows may be another's retry of the
 * same moment; the finding says so where the answer was lost.
 */
export const retryEffect: EffectOf = async (pressed, aws) => {
  const { executionId, stage = "" } = pressed.receipt;
  if (executionId === undefined) return { kind: "cannot-tell", why: "The receipt names no execution." };
  const run = await newerAction(pressed, aws, executionId);
  if (run !== undefined) return seen(pressed, `${run} in ${stage} began again.`);
  const now = objects((await aws.state()).stageStates).find(({ stageName }) => stageName === stage);
  const standing = text(now?.latestExecution?.pipelineExecutionId);
  const manual = integer(now?.retryStageMetadata?.manualStageRetryAttempt) ?? 0;
  if (standing === executionId && manual > (integer(pressed.expectation.manual) ?? 0))
    return seen(pressed, `${stage} was retried: attempt ${manual}.`);
  // The entry condition is asked again before any action, and may not be met.
  const rule = await newerRule(pressed, aws, executionId);
  if (rule !== undefined) return seen(pressed, `${rule} was asked again at ${stage}.`);
  if (standing === undefined || standing === executionId) return { kind: "not-seen" };
  return {
    kind: "overtaken",
    finding: `Another execution is in ${stage} by now, so this one cannot be retried there.`,
  };
};

async function newerAction(pressed: Pressed, aws: EffectReader, executionId: string) {
  const sinceMs = lookedAt(pressed);
  if (sinceMs === undefined) return undefined;
  const runs = await aws.actions(executionId);
  return text(runs.find((run) => isNewer(run, pressed, sinceMs))?.actionName);
}

async function newerRule(pressed: Pressed, aws: EffectReader, executionId: string) {
  const sinceMs = lookedAt(pressed);
  if (sinceMs === undefined) return undefined;
  const runs = await aws.rules(executionId);
  return text(runs.find((run) => isNewer(run, pressed, sinceMs))?.ruleName);
}

/** What began later than this began after the press had looked: the last change that it saw, in epoch milliseconds. */
function lookedAt({ expectation }: Pressed): number | undefined {
  const sinceMs = Date.parse(text(expectation.changedAt) ?? "");
  return Number.isNaN(sinceMs) ? undefined : sinceMs;
}

function isNewer(
  run: { stageName?: string | undefined; startTime?: Date | undefined },
  { receipt }: Pressed,
  sinceMs: number,
): boolean {
  return run.stageName === receipt.stage && Number(run.startTime) > sinceMs;
}

function seen({ receipt }: Pressed, what: string): Effect {
  const doubt = receipt.state === "accepted" ? "" : " AWS does not tell by whom.";
  return { kind: "seen", finding: `${what}${doubt}` };
}
