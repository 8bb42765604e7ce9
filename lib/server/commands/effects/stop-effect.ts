import "server-only";
import type { Receipt } from "@/lib/domain/receipt";
import { text } from "../../codepipeline/lenient";
import type { Effect, EffectOf, Pressed } from "./effect";
import type { EffectReader } from "./effect-reader";

/**
 * An execution stopped or stopping (GetPipelineExecution); one that was abandoned has to be stopped. A stop is this press's when AWS accepted it, or when its
 * reason is the one that AWS keeps (stopTrigger.reason of ListPipelineExecutions).
 */
export const stopEffect: EffectOf = async (pressed, aws) => {
  const { receipt } = pressed;
  const { executionId } = receipt;
  const execution = executionId === undefined ? undefined : await aws.execution(executionId);
  if (executionId === undefined || !execution)
    return { kind: "cannot-tell", why: "AWS does not know the execution any more." };
  const status = text(execution.status) ?? "Unknown";
  // Its stage may have been retried since.
  if (status !== "Stopping" && status !== "Stopped")
    return (await stoppedBefore(pressed, aws, executionId, status)) ?? unstopped(pressed, status);
  if (receipt.state !== "accepted") return byItsReason(pressed, aws, executionId, status);
  // It may have been stopping before: that it was abandoned is seen when it has stopped.
  return receipt.verb === "abandon" && status === "Stopping" ? { kind: "not-seen" } : seen(status);
};

/** Of an execution that goes on, or went on, after it had been stopped. */
async function stoppedBefore(
  { receipt }: Pressed,
  aws: EffectReader,
  executionId: string,
  status: string,
): Promise<Effect | undefined> {
  const { reason, listed } = await keptReason(aws, executionId);
  const isOurs = reason !== undefined && reason === receipt.reason;
  if (receipt.verb === "abandon" && (await isAbandoned(aws, executionId, receipt))) {
    if (receipt.state === "accepted" || isOurs)
      return { kind: "seen", finding: `The execution was abandoned, and is ${status} by now.` };
    const kept = listed ? "AWS keeps the reason of another stop" : "AWS no longer lists why";
    return { kind: "cannot-tell", why: `It was abandoned, is ${status} by now, and ${kept}.` };
  }
  if (isOurs) return { kind: "seen", finding: `The execution was stopped, and is ${status} by now.` };
  if (receipt.state === "accepted" || !(await wasRetried(aws, executionId, receipt))) return undefined;
  const why = `A stage of it was retried since, it is ${status} by now, and AWS does not tell whether it was stopped before.`;
  return { kind: "cannot-tell", why };
}

/** Whether an action began anew, or a rule was asked anew, after a press was sent. */
async function wasRetried(
  aws: EffectReader,
  executionId: string,
  { sentAt, recordedAt }: Receipt,
): Promise<boolean> {
  const sentMs = Date.parse(sentAt ?? recordedAt);
  const [actions, rules] = await Promise.all([aws.actions(executionId), aws.rules(executionId)]);
  const runs = [
    ...actions.map((run) => ({ of: `${run.stageName}/${run.actionName}`, run })),
    ...rules.map((run) => ({ of: `${run.stageName}, rule ${run.ruleName}`, run })),
  ];
  return runs.some(
    ({ of, run }) => Number(run.startTime) >= sentMs && runs.filter((other) => other.of === of).length > 1,
  );
}

/** AWS keeps the reason of the last stop alone. */
async function keptReason(aws: EffectReader, executionId: string) {
  const listed = (await aws.executions()).find((one) => one.pipelineExecutionId === executionId);
  return { listed: listed !== undefined, reason: text(listed?.stopTrigger?.reason) };
}

function unstopped({ receipt }: Pressed, status: string): Effect {
  if (!["Succeeded", "Failed", "Superseded", "Cancelled"].includes(status)) return { kind: "not-seen" };
  // A stop that AWS took may find nothing left to stop.
  return receipt.state === "accepted"
    ? { kind: "seen", finding: `The execution ended before it could be stopped: ${status}.` }
    : { kind: "overtaken", finding: `The execution ended by itself: ${status}.` };
}

async function byItsReason(
  { receipt }: Pressed,
  aws: EffectReader,
  executionId: string,
  status: string,
): Promise<Effect> {
  const { listed, reason } = await keptReason(aws, executionId);
  if (!listed) return { kind: "cannot-tell", why: "It stopped, and AWS no longer lists why." };
  // A stop that waits for its actions may still be turned into one that does not, for the same reason.
  if (receipt.verb === "abandon" && status === "Stopping") return { kind: "not-seen" };
  if (reason !== undefined && reason === receipt.reason) return seen(status);
  if (receipt.verb === "abandon") {
    if (await isAbandoned(aws, executionId, receipt))
      return { kind: "cannot-tell", why: "It was abandoned, and AWS keeps the reason of another stop." };
  }
  const finding = `The execution was stopped for another reason${reason === undefined ? "" : `: “${reason}”`}.`;
  return { kind: "overtaken", finding };
}

/** Whether actions were abandoned, or rules after the press: those of a condition that is overridden are abandoned too. */
async function isAbandoned(aws: EffectReader, executionId: string, receipt: Receipt): Promise<boolean> {
  const [actions, rules] = await Promise.all([aws.actions(executionId), aws.rules(executionId)]);
  const sentMs = Date.parse(receipt.sentAt ?? receipt.recordedAt);
  const since = rules.filter(({ lastUpdateTime }) => Number(lastUpdateTime) >= sentMs);
  return [...actions, ...since].some(({ status }) => status === "Abandoned");
}

function seen(status: string): Effect {
  return { kind: "seen", finding: `The execution is ${status}.` };
}
