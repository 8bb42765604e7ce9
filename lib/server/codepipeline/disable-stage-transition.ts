import "server-only";
import { DisableStageTransitionCommand } from "@aws-sdk/client-codepipeline";
import type { TargetConfig } from "../config/config";
import { answeredNothing, type WriteOutcome, writeAws } from "./write-aws";

/**
 * Closes the way into a stage or out of it (DisableStageTransition, which answers nothing): one POST, never repeated.
 * `reason` as AWS takes it: 1 to 300 of its characters.
 */
export function disableStageTransition(
  target: TargetConfig,
  transition: { pipeline: string; stage: string; type: "Inbound" | "Outbound"; reason: string },
): Promise<WriteOutcome> {
  return writeAws(target, "DisableStageTransition", async (client, abortSignal) => {
    const output = await client.send(
      new DisableStageTransitionCommand({
        pipelineName: transition.pipeline,
        stageName: transition.stage,
        transitionType: transition.type,
        reason: transition.reason,
      }),
      { abortSignal },
    );
    return answeredNothing("DisableStageTransition", output.$metadata.requestId);
  });
}
