import "server-only";
import {
  type PipelineExecution as AwsPipelineExecution,
  GetPipelineExecutionCommand,
} from "@aws-sdk/client-codepipeline";
import type { Urgency } from "../aws/urgency";
import type { TargetConfig } from "../config/config";
import { MalformedAnswerError } from "./aws-failure";
import { readAws } from "./read-aws";

export type { AwsPipelineExecution };

/** One execution with its artifact revisions (GetPipelineExecution). Throws AwsReadError. */
export function getPipelineExecution(
  target: TargetConfig,
  pipelineName: string,
  pipelineExecutionId: string,
  urgency?: Urgency,
): Promise<AwsPipelineExecution> {
  return readAws(
    target,
    "GetPipelineExecution",
    async (client, abortSignal) => {
      const output = await client.send(
        new GetPipelineExecutionCommand({ pipelineName, pipelineExecutionId }),
        {
          abortSignal,
        },
      );
      if (!output.pipelineExecution)
        throw new MalformedAnswerError("GetPipelineExecution answered without an execution");
      return output.pipelineExecution;
    },
    urgency,
  );
}
