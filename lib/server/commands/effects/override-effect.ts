import "server-only";
import { objects, text } from "../../codepipeline/lenient";
import type { Effect, EffectOf } from "./effect";
import type { EffectReader } from "./effect-reader";

/**
 * A condition overridden: its state says so (GetPipelineState). In PARALLEL mode, where the state has none, and once the
 * execution went on, what it did after the condition tells: its actions in the stage, or in a later one, that began after
 * the press had looked; earlier ones are of an override before, whose stage was retried.
 */
export const overrideEffect: EffectOf = async ({ receipt, expectation }, aws) => {
  const { executionId, stage = "" } = receipt;
  if (executionId === undefined) return { kind: "cannot-tell", why: "The receipt names no execution." };
  const states = objects((await aws.state()).stageStates);
  const at = states.findIndex(({ stageName }) => stageName === stage);
  const now = states[at];
  const standing = text(now?.latestExecution?.pipelineExecutionId);
  const before = expectation.condition === "BEFORE_ENTRY";
  const condition = before ? now?.beforeEntryConditionState : now?.onSuccessConditionState;
  if (standing === executionId && condition?.latestExecution?.status === "Overridden")
    return { kind: "seen", finding: `The condition of ${stage} is Overridden.` };
  const beyond = before ? [stage] : states.slice(at + 1).map(({ stageName }) => text(stageName) ?? "");
  const sinceMs = Date.parse(text(expectation.changedAt) ?? "") || 0;
  const went = await wentOn(aws, executionId, { beyond, sinceMs });
  if (went) return went;
  if (standing === undefined || standing === executionId) return { kind: "not-seen" };
  return {
    kind: "overtaken",
    finding: `Another execution is in ${stage} by now, so its condition cannot be overridden.`,
  };
};

async function wentOn(
  aws: EffectReader,
  executionId: string,
  { beyond, sinceMs }: { beyond: readonly string[]; sinceMs: number },
): Promise<Effect | undefined> {
  const run = (await aws.actions(executionId)).find(
    (one) => beyond.includes(text(one.stageName) ?? "") && Number(one.startTime) > sinceMs,
  );
  if (run)
    return { kind: "seen", finding: `The execution went on to ${run.actionName} in ${run.stageName}.` };
  const execution = beyond.length === 0 ? await aws.execution(executionId) : undefined;
  if (execution?.status !== "Succeeded") return undefined;
  return { kind: "seen", finding: "The execution went on and succeeded." };
}
