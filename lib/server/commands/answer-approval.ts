import "server-only";
import type { ApprovalRequest } from "@/lib/contract/receipt";
import { principalName } from "@/lib/domain/principal-name";
import type { Receipt } from "@/lib/domain/receipt";
import { type ApprovalFound, findApprovalToken } from "../codepipeline/approval-token";
import { describeExecution } from "../codepipeline/describe-execution";
import { putApprovalResult } from "../codepipeline/put-approval-result";
import type { TargetConfig } from "../config/config";
import type { Refusal } from "../store/receipt-steps";
import { findWatch } from "../watch/find-watch";
import type { Ready } from "./carry-out";
import { afterPress, requireAction } from "./place";
import { type Presser, press } from "./press";
import { newlyWaiting, readStageNow } from "./stage-now";

/** Path of the approval action. */
export interface ApprovalPlace {
  target: string;
  pipeline: string;
  stage: string;
  action: string;
}

/**
 * Approves or rejects the approval that the named execution waits at (PutApprovalResult). The token is read afresh
 * and stays here; when another execution waits there by now, or it is answered, or approving would pass over a newer run
 * that the person did not see waiting, the press is refused unsent.
 */
export async function answerApproval(
  by: Presser,
  place: ApprovalPlace,
  answer: ApprovalRequest,
): Promise<Receipt> {
  const target = findWatch(place.target).target;
  const { pipeline, stage, action } = place;
  const { executionId } = answer;
  return press(by, {
    verb: answer.result === "Approved" ? "approve" : "reject",
    ...place,
    executionId,
    reason: answer.summary === "" ? undefined : answer.summary,
    precondition: ["approval", place.target, pipeline, stage, action, executionId].join("/"),
    exists: () => requireAction(target, pipeline, stage, action),
    check: async () => {
      const found = await findApprovalToken(target, pipeline, stage, action, executionId);
      if (found.kind !== "open") return refusal(target, place, found);
      return (await newerWaits(target, place, answer)) ?? ready(target, place, answer, found);
    },
    afterwards: () => afterPress(target, pipeline),
  });
}

/** Asked only where the person said what waited: a newer run behind this one may be what should go out instead. */
async function newerWaits(
  target: TargetConfig,
  place: ApprovalPlace,
  { result, seenWaiting }: ApprovalRequest,
): Promise<Refusal | undefined> {
  if (seenWaiting === undefined || result === "Rejected") return undefined;
  const now = await readStageNow(target, place);
  return "code" in now ? now : newlyWaiting(target, place, now.stage, seenWaiting);
}

function ready(
  target: TargetConfig,
  place: ApprovalPlace,
  answer: ApprovalRequest,
  { token, actionExecutionId }: Extract<ApprovalFound, { kind: "open" }>,
): Ready {
  const { pipeline, stage, action } = place;
  const { result: status, summary } = answer;
  return {
    expectation: actionExecutionId === undefined ? {} : { actionExecutionId },
    send: () => putApprovalResult(target, { pipeline, stage, action, token, status, summary }),
  };
}

async function refusal(
  target: TargetConfig,
  place: ApprovalPlace,
  found: Exclude<ApprovalFound, { kind: "open" }>,
): Promise<Refusal> {
  const at = `${place.action} in ${place.stage}`;
  switch (found.kind) {
    case "other-execution": {
      const standing = await describeExecution(target, place.pipeline, found.executionId);
      return unsent(
        "approval.moved",
        `${at} now waits for ${standing}, not for what you saw. Look at that one first.`,
      );
    }
    case "not-waiting":
      return unsent("approval.answered", `${at} no longer waits for this execution${answered(found)}.`);
    case "no-such-stage":
      return unsent("stage.not-found", `The pipeline no longer has a stage ${place.stage}.`);
    case "no-such-action":
      return unsent("action.not-found", `The stage ${place.stage} no longer has an action ${place.action}.`);
  }
}

function answered(found: Extract<ApprovalFound, { kind: "not-waiting" }>): string {
  if (found.status === undefined) return "";
  const word = WORDS[found.status] ?? `it is ${found.status}`;
  const by = found.lastUpdatedBy === undefined ? "" : ` by ${principalName(found.lastUpdatedBy)}`;
  const summary = found.summary === undefined ? "" : `: “${found.summary.slice(0, 200)}”`;
  return `: ${word}${by}${summary}`;
}

/** What AWS's action statuses mean for an approval. */
const WORDS: Record<string, string> = {
  Succeeded: "it was approved",
  Failed: "it was rejected or ran out of time",
  Abandoned: "it was abandoned",
};

function unsent(code: string, message: string): Refusal {
  return { code, message, beforeSending: true };
}
