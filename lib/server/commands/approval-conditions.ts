import "server-only";
import { ownChangeWords } from "@/lib/domain/own-change-words";
import { rulePlace } from "@/lib/domain/permission";
import { conditionsAt } from "../auth/policy";
import { ownExecution } from "../codepipeline/own-execution";
import type { TargetConfig } from "../config/config";
import { firstApproval } from "../store/first-approvals";
import type { Refusal } from "../store/receipt-steps";
import type { Presser } from "./press";

/** The approval that is about to be sent, its token read afresh. */
interface Approving {
  target: TargetConfig;
  pipeline: string;
  executionId: string;
  token: string;
}

/** Code of a press that is recorded and waits for a second person; nothing was sent. */
export const FIRST_OF_TWO = "approval.first-of-two";

/**
 * Why an approval that is open is not to be sent by this person now, where the pipeline's rules say more: it is their own
 * change, or it takes a second person. Throws AwsReadError when it cannot be told whose change it is, and
 * `store.unavailable`.
 */
export async function approvalHeldBack(by: Presser, approving: Approving): Promise<Refusal | undefined> {
  const { target, pipeline, executionId, token } = approving;
  const { noOwnChanges, twoApprovers } = conditionsAt({ target: target.id, pipeline });
  if (noOwnChanges) {
    const own = await ownExecution(by.person, { target, pipeline, executionId }, "press");
    if (own) return unsent("approval.own-change", ownChangeWords(own, noOwnChanges));
  }
  return twoApprovers ? secondMissing(by, token, rulePlace(twoApprovers)) : undefined;
}

/** The first of two is written down and goes no further; the second, by somebody else, is sent. */
async function secondMissing(by: Presser, token: string, rule: string): Promise<Refusal | undefined> {
  const { id, name } = by.person;
  const first = await firstApproval(token, { person: { id, name }, receiptId: by.idempotencyKey });
  if (first.person.id !== id) return undefined;
  const again =
    first.receiptId === by.idempotencyKey ? "Recorded as the first of two approvals" : "You approved already";
  return unsent(
    FIRST_OF_TWO,
    `${again}. Nothing was sent to AWS: a second person has to approve too (${rule}).`,
  );
}

function unsent(code: string, message: string): Refusal {
  return { code, message, beforeSending: true };
}
