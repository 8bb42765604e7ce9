import "server-only";
import type { ApprovalStanding } from "@/lib/domain/approval-standing";
import { openApprovals } from "@/lib/domain/open-approvals";
import type { Person } from "@/lib/domain/person";
import type { StageState } from "@/lib/domain/pipeline-state";
import { conditionsAt } from "../auth/policy";
import { findApprovalToken } from "../codepipeline/approval-token";
import { ownExecution } from "../codepipeline/own-execution";
import { AwsReadError } from "../codepipeline/read-aws";
import type { TargetConfig } from "../config/config";
import { ApiError } from "../errors";
import { findFirstApproval } from "../store/first-approvals";

interface Asked {
  target: TargetConfig;
  pipeline: string;
  stage: StageState;
  executionId: string;
}

/**
 * What a press at the approval that an execution waits for would find, where the pipeline's rules say more: whether it is
 * the person's own change, and who approved first. What cannot be read is left out; the press looks again. Undefined where
 * no rule says more or nothing waits. AWS is asked only what the rules need.
 */
export async function approvalStanding(person: Person, asked: Asked): Promise<ApprovalStanding | undefined> {
  const { target, pipeline, stage, executionId } = asked;
  const { noOwnChanges, twoApprovers } = conditionsAt({ target: target.id, pipeline });
  const action = stage.actions.find((one) =>
    openApprovals(one).some((open) => open.executionId === executionId),
  );
  if (action === undefined || !(noOwnChanges || twoApprovers)) return undefined;
  const [own, first] = await Promise.all([
    noOwnChanges && ownExecution(person, asked, "person").catch(leaveOut),
    twoApprovers ? firstOf(asked, action.name).catch(leaveOut) : undefined,
  ]);
  return { ...(own && { own }), ...first };
}

async function firstOf(
  { target, pipeline, stage, executionId }: Asked,
  action: string,
): Promise<Pick<ApprovalStanding, "firstBy" | "firstAt">> {
  const found = await findApprovalToken(target, pipeline, stage.name, action, executionId, "person");
  if (found.kind !== "open") return {};
  const first = await findFirstApproval(found.token);
  return first ? { firstBy: first.person, firstAt: first.recordedAt } : { firstBy: null };
}

function leaveOut(error: unknown): undefined {
  const isAway = error instanceof ApiError && error.code === "store.unavailable";
  if (!isAway && !(error instanceof AwsReadError)) throw error;
}
