import "server-only";
import { principalName } from "@/lib/domain/principal-name";
import { text } from "../../codepipeline/lenient";
import type { EffectOf } from "./effect";
import { whose } from "./whose";

/**
 * An approval answered (ListActionExecutions): the run of the action that was pressed has ended the way the press
 * asked for. An answer is this press's when AWS accepted it, or when it carries its very words and is by who pressed; a
 * token takes one answer, so any other end means that this one cannot act any more.
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
  const seen = { kind: "seen" as const, finding: `${action} in ${stage}: ${asked}${name}.` };
  if (run.status === asked && receipt.state === "accepted") return seen;
  const answeredBy = whose(by, receipt, aws.target);
  if (run.status === asked && answeredBy !== "somebody-else" && said === (receipt.reason ?? "")) {
    if (answeredBy === "presser" || said !== "") return seen;
    return { kind: "cannot-tell", why: `${action} in ${stage}: ${asked}. AWS does not tell by whom.` };
  }
  return {
    kind: "overtaken",
    finding: `${action} in ${stage} was answered otherwise: ${run.status ?? "it is over"}${name}.`,
  };
};
