import "server-only";
import type { WriteOutcome } from "../codepipeline/write-aws";
import type { Press } from "../commands/press";
import { newId } from "../new-id";

/** A press that counts how often it is sent. */
export function approving(
  outcome: WriteOutcome | (() => Promise<WriteOutcome>),
  changes: Partial<Press> = {},
) {
  const sent: string[] = [];
  const what: Press = {
    verb: "approve",
    target: "dev-eu",
    pipeline: "shop",
    stage: "Prod",
    action: "Sign-off",
    executionId: newId(),
    reason: "looks right",
    precondition: newId(),
    exists: async () => undefined,
    check: async () => ({
      send: async () => {
        sent.push("PutApprovalResult");
        return typeof outcome === "function" ? outcome() : outcome;
      },
    }),
    afterwards: () => undefined,
    ...changes,
  };
  return { what, sent };
}

/** AWS accepted it. */
export const ACCEPTED: WriteOutcome = { kind: "accepted", awsRequestId: "req-1" };
