import "server-only";
import { PutApprovalResultCommand } from "@aws-sdk/client-codepipeline";
import type { TargetConfig } from "../config/config";
import { MalformedAnswerError } from "./aws-failure";
import { type WriteOutcome, writeAws } from "./write-aws";

/** Answers an open approval (PutApprovalResult): one POST, never repeated. `summary` up to 512 characters, may be empty. */
export function putApprovalResult(
  target: TargetConfig,
  answer: {
    pipeline: string;
    stage: string;
    action: string;
    token: string;
    status: "Approved" | "Rejected";
    summary: string;
  },
): Promise<WriteOutcome> {
  return writeAws(target, "PutApprovalResult", async (client, abortSignal) => {
    const output = await client.send(
      new PutApprovalResultCommand({
        pipelineName: answer.pipeline,
        stageName: answer.stage,
        actionName: answer.action,
        token: answer.token,
        result: { status: answer.status, summary: answer.summary },
      }),
      { abortSignal },
    );
    if (!(output.approvedAt instanceof Date))
      throw new MalformedAnswerError("PutApprovalResult answered without an instant");
    return { awsRequestId: output.$metadata.requestId };
  });
}
