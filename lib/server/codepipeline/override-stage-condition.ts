import "server-only";
import { OverrideStageConditionCommand } from "@aws-sdk/client-codepipeline";
import type { TargetConfig } from "../config/config";
import { answeredNothing, type WriteOutcome, writeAws } from "./write-aws";

/** Lets a stage go on as if its condition were met (OverrideStageCondition, which answers nothing): one POST, never repeated. */
export function overrideStageCondition(
  target: TargetConfig,
  override: {
    pipeline: string;
    stage: string;
    executionId: string;
    condition: "BEFORE_ENTRY" | "ON_SUCCESS";
  },
): Promise<WriteOutcome> {
  return writeAws(target, "OverrideStageCondition", async (client, abortSignal) => {
    const output = await client.send(
      new OverrideStageConditionCommand({
        pipelineName: override.pipeline,
        stageName: override.stage,
        pipelineExecutionId: override.executionId,
        conditionType: override.condition,
      }),
      { abortSignal },
    );
    return answeredNothing("OverrideStageCondition", output.$metadata.requestId);
  });
}
