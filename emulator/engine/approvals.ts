import { endAction } from "./action-run";
import type { Pipeline } from "./record";
import { ServiceError } from "./service-error";
import type { Simulation } from "./simulation";

/** A person's answer to a manual approval. */
export interface ApprovalAnswer {
  stageName: string;
  actionName: string;
  token: string;
  status: "Approved" | "Rejected";
  summary: string;
  /** ARN of the person. */
  by: string;
}

/** True for a token that an approval action of that name in that stage was given, open or not. */
export function isApprovalOf(
  pipeline: Pipeline,
  token: string,
  stageName: string,
  actionName: string,
): boolean {
  const run = pipeline.approvals.get(token);
  return run?.declaration.name === actionName && run.stageRun.declaration.name === stageName;
}

/**
 * Answers an open approval: approved lets the action succeed, rejected lets it fail.
 * Throws ApprovalAlreadyCompletedException for a token that was answered, InvalidApprovalTokenException for any other
 * that is not open (never given, of another action, timed out, abandoned).
 */
export function answerApproval(sim: Simulation, pipeline: Pipeline, answer: ApprovalAnswer): void {
  const run = pipeline.approvals.get(answer.token);
  const fits = isApprovalOf(pipeline, answer.token, answer.stageName, answer.actionName);
  if (fits && run?.updatedBy !== undefined) {
    throw new ServiceError(
      "ApprovalAlreadyCompletedException",
      "The approval action has already been approved or rejected.",
    );
  }
  if (!fits || run?.status !== "InProgress") {
    throw new ServiceError(
      "InvalidApprovalTokenException",
      "The approval request already received a response or has expired.",
    );
  }
  endAction(sim, run, {
    status: answer.status === "Approved" ? "Succeeded" : "Failed",
    updatedBy: answer.by,
    ...(answer.summary !== "" && { summary: answer.summary }),
  });
}
