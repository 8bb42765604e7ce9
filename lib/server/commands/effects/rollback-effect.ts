import "server-only";
import { principalName } from "@/lib/domain/principal-name";
import { objects, text } from "../../codepipeline/lenient";
import type { EffectOf } from "./effect";

/**
 * A stage rolled back: the execution that AWS said it started; where that answer was lost, one of type ROLLBACK to the
 * very execution that was asked for, which was not there when the press looked (ListPipelineExecutions).
 */
export const rollbackEffect: EffectOf = async ({ receipt, expectation }, aws) => {
  const before = Array.isArray(expectation.rollbacks) ? expectation.rollbacks : [];
  const told = receipt.startedExecutionId;
  const rollback = objects(await aws.executions()).find((one) =>
    told === undefined
      ? one.rollbackMetadata?.rollbackTargetPipelineExecutionId === receipt.executionId &&
        one.trigger?.triggerType !== "AutomatedRollback" &&
        !before.includes(one.pipelineExecutionId)
      : one.pipelineExecutionId === told,
  );
  if (!rollback) return { kind: "not-seen" };
  const by = text(rollback.trigger?.triggerDetail);
  const words = by === undefined ? "" : `, started by ${principalName(by)}`;
  const startedExecutionId = text(rollback.pipelineExecutionId);
  const finding = `Execution ${startedExecutionId?.slice(0, 8) ?? ""} rolls ${receipt.stage} back${words}.`;
  return { kind: "seen", finding, startedExecutionId };
};
