import "server-only";
import { principalName } from "@/lib/domain/principal-name";
import { objects, text } from "../../codepipeline/lenient";
import type { EffectOf } from "./effect";

/**
 * An execution that somebody started, which was not there when the press looked (ListPipelineExecutions). AWS tells who,
 * and nothing of the press; the finding names both.
 */
export const releaseEffect: EffectOf = async ({ expectation }, aws) => {
  const before = Array.isArray(expectation.started) ? expectation.started : [];
  const started = objects(await aws.executions()).findLast(
    (one) =>
      one.trigger?.triggerType === "StartPipelineExecution" && !before.includes(one.pipelineExecutionId),
  );
  if (!started) return { kind: "not-seen" };
  const by = text(started.trigger?.triggerDetail);
  const words = by === undefined ? "" : `, by ${principalName(by)}`;
  return {
    kind: "seen",
    finding: `Execution ${text(started.pipelineExecutionId)?.slice(0, 8)} was started${words}.`,
  };
};
