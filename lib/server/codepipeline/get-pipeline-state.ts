import "server-only";
import {
  type GetPipelineStateOutput as AwsPipelineState,
  GetPipelineStateCommand,
} from "@aws-sdk/client-codepipeline";
import type { Urgency } from "../aws/urgency";
import type { TargetConfig } from "../config/config";
import { MalformedAnswerError } from "./aws-failure";
import { readAws } from "./read-aws";

export type { AwsPipelineState };

/** Stages, actions and transitions of a pipeline as they stand (GetPipelineState). Throws AwsReadError. */
export function getPipelineState(
  target: TargetConfig,
  name: string,
  urgency?: Urgency,
): Promise<AwsPipelineState> {
  return readAws(
    target,
    "GetPipelineState",
    async (client, abortSignal) => {
      const output = await client.send(new GetPipelineStateCommand({ name }), { abortSignal });
      if (!Array.isArray(output.stageStates) && output.pipelineName === undefined) {
        throw new MalformedAnswerError("GetPipelineState answered without stages and without a name");
      }
      return output;
    },
    urgency,
  );
}
