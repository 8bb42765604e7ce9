import "server-only";
import { principalName } from "@/lib/domain/principal-name";
import { objects, text } from "../../codepipeline/lenient";
import type { EffectOf } from "./effect";

/**
 * The execution that AWS said it started; where that answer was lost, one that somebody started and that was not there
 * when the press looked (ListPipelineExecutions). AWS tells who, and nothing of the press; the finding names both.
 */
export const releaseEffect: EffectOf = async ({ receipt, expectation }, aws) => {
  const before = Array.isArray(expectation.started) ? expectation.started : [];
  const told = receipt.startedExecutionId;
  const started = objects(await aws.executions()).findLast((one) =>
    told === undefined
      ? one.trigger?.triggerType === "StartPipelineExecution" && !before.includes(one.pipelineExecutionId)
      : one.pipelineExecutionId === told,
  );
  if (!started) return { kind: "not-seen" };
  const by = text(started.trigger?.triggerDetail);
  const startedExecutionId = text(started.pipelineExecutionId);
  const words = by === undefined ? "" : `, by ${principalName(by)}`;
  return {
    kind: "seen",
    finding: `Execution ${startedExecutionId?.slice(0, 8)} was started${words}.`,
    startedExecutionId,
  };
};
