import "server-only";
import { EnableStageTransitionCommand } from "@aws-sdk/client-codepipeline";
import type { TargetConfig } from "../config/config";
import { answeredNothing, type WriteOutcome, writeAws } from "./write-aws";

/** Opens the way into a stage or out of it (EnableStageTransition, which answers nothing): one POST, never repeated. */
export function enableStageTransition(
  target: TargetConfig,
  transition: { pipeline: string; stage: string; type: "Inbound" | "Outbound" },
): Promise<WriteOutcome> {
  return writeAws(target, "EnableStageTransition", async (client, abortSignal) => {
    const output = await client.send(
      new EnableStageTransitionCommand({
        pipelineName: transition.pipeline,
        stageName: transition.stage,
        transitionType: transition.type,
      }),
      { abortSignal },
    );
    return answeredNothing("EnableStageTransition", output.$metadata.requestId);
  });
}
