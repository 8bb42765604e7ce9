import "server-only";
import { integer, objects, text } from "../../codepipeline/lenient";
import type { Effect, EffectOf, Pressed } from "./effect";
import type { EffectReader } from "./effect-reader";

/**
 * A stage tried again: actions of the execution began there after the press looked (ListActionExecutions), or AWS counts
 * one manual retry more (GetPipelineState). AWS has no room for a reason, so what it shows may be another's retry of the
 * same moment; the finding says so where the answer was lost.
 */
export const retryEffect: EffectOf = async (pressed, aws) => {
  const { executionId, stage = "" } = pressed.receipt;
  if (executionId === undefined) return { kind: "cannot-tell", why: "The receipt names no execution." };
  const run = await newerRun(pressed, aws, executionId);
  if (run !== undefined) return seen(pressed, `${run} in ${stage} began again.`);
  const now = objects((await aws.state()).stageStates).find(({ stageName }) => stageName === stage);
  const standing = text(now?.latestExecution?.pipelineExecutionId);
  const manual = integer(now?.retryStageMetadata?.manualStageRetryAttempt) ?? 0;
  if (standing === executionId && manual > (integer(pressed.expectation.manual) ?? 0))
    return seen(pressed, `${stage} was retried: attempt ${manual}.`);
  if (standing === undefined || standing === executionId) return { kind: "not-seen" };
  return {
    kind: "overtaken",
    finding: `Another execution is in ${stage} by now, so this one cannot be retried there.`,
  };
};

async function newerRun(
  { receipt, expectation }: Pressed,
  aws: EffectReader,
  executionId: string,
): Promise<string | undefined> {
  const sinceMs = Date.parse(text(expectation.changedAt) ?? "");
  if (Number.isNaN(sinceMs)) return undefined;
  const runs = await aws.actions(executionId);
  return text(
    runs.find((run) => run.stageName === receipt.stage && Number(run.startTime) > sinceMs)?.actionName,
  );
}

function seen({ receipt }: Pressed, what: string): Effect {
  const doubt = receipt.state === "accepted" ? "" : " AWS does not tell by whom.";
  return { kind: "seen", finding: `${what}${doubt}` };
}
