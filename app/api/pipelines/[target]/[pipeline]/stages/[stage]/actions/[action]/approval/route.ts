import { ActionPath } from "@/lib/contract/path";
import { ApprovalRequest } from "@/lib/contract/receipt";
import { answerApproval } from "@/lib/server/commands/answer-approval";
import { commandRoute } from "@/lib/server/commands/command-route";
import { otherMethods } from "@/lib/server/route";

/** POST …/stages/{stage}/actions/{action}/approval {executionId, result, summary}: a receipt, 200 when settled, 202 when not. */
export const POST = commandRoute(
  { params: ActionPath, body: ApprovalRequest },
  async ({ params, body, by }) => answerApproval(by, params, body),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
