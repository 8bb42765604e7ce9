import "server-only";
import { type GetPipelineOutput as AwsPipeline, GetPipelineCommand } from "@aws-sdk/client-codepipeline";
import type { Urgency } from "../aws/urgency";
import type { TargetConfig } from "../config/config";
import { MalformedAnswerError } from "./aws-failure";
import { readAws } from "./read-aws";

export type { AwsPipeline };

/** The declaration of a pipeline (GetPipeline), the newest version unless one is named. Throws AwsReadError. */
export function getPipeline(
  target: TargetConfig,
  name: string,
  version?: number,
  urgency?: Urgency,
): Promise<AwsPipeline> {
  return readAws(
    target,
    "GetPipeline",
    async (client, abortSignal) => {
      const output = await client.send(new GetPipelineCommand({ name, version }), { abortSignal });
      if (!output.pipeline) throw new MalformedAnswerError("GetPipeline answered without a pipeline");
      return output;
    },
    urgency,
  );
}
