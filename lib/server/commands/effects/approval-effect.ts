import "server-only";
import { principalName } from "@/lib/domain/principal-name";
import { text } from "../../codepipeline/lenient";
import type { EffectOf } from "./effect";

/**
 * An approval answered (ListActionExecutions): the run of the action that was pressed has ended the way the press
 * asked for. An answer is this press's when AWS accepted it, or when it carries its very words; a token takes one
 * answer, so any other end means that this one cannot act any more.
 */
export const approvalEffect: EffectOf = async ({ receipt, expectation }, aws) => {
  const { executionId, stage = "", action = "", verb } = receipt;
  if (executionId === undefined) return { kind: "cannot-tell", why: "The receipt names no execution." };
  const runs = (await aws.actions(executionId)).filter(
    (run) => run.stageName === stage && run.actionName === action,
  );
  const pressed = text(expectation.actionExecutionId);
  const run =
    pressed === undefined ? runs[0] : runs.find(({ actionExecutionId }) => actionExecutionId === pressed);
  if (!run)
    return { kind: "cannot-tell", why: `AWS tells nothing of ${action} in ${stage} for this execution.` };
  if (run.status === "InProgress") return { kind: "not-seen" };
  const asked = verb === "approve" ? "Succeeded" : "Failed";
  const said = text(run.output?.executionResult?.externalExecutionSummary) ?? "";
  const by = text(run.updatedBy);
  const name = by === undefined ? "" : `, by ${principalName(by)}`;
  const ours = receipt.state === "accepted" || said === (receipt.reason ?? "");
  if (run.status === asked && ours)
    return { kind: "seen", finding: `${action} in ${stage}: ${asked}${name}.` };
  return {
    kind: "overtaken",
    finding: `${action} in ${stage} was answered otherwise: ${run.status ?? "it is over"}${name}.`,
  };
};
