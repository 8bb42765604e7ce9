import "server-only";
import { principalName } from "@/lib/domain/principal-name";
import { objects, text } from "../../codepipeline/lenient";
import type { EffectOf } from "./effect";

/**
 * A stage rolled back: an execution of type ROLLBACK to the very execution that was asked for, which was not there when
 * the press looked (ListPipelineExecutions).
 */
export const rollbackEffect: EffectOf = async ({ receipt, expectation }, aws) => {
  const before = Array.isArray(expectation.rollbacks) ? expectation.rollbacks : [];
  const rollback = objects(await aws.executions()).find(
    (one) =>
      one.rollbackMetadata?.rollbackTargetPipelineExecutionId === receipt.executionId &&
      one.trigger?.triggerType !== "AutomatedRollback" &&
      !before.includes(one.pipelineExecutionId),
  );
  if (!rollback) return { kind: "not-seen" };
  const by = text(rollback.trigger?.triggerDetail);
  const words = by === undefined ? "" : `, started by ${principalName(by)}`;
  const id = text(rollback.pipelineExecutionId)?.slice(0, 8) ?? "";
  return { kind: "seen", finding: `Execution ${id} rolls ${receipt.stage} back${words}.` };
};
