import { StagePath } from "@/lib/contract/path";
import { RollbackRequest } from "@/lib/contract/rollback-request";
import { commandRoute } from "@/lib/server/commands/command-route";
import { rollBackStage } from "@/lib/server/commands/roll-back-stage";
import { otherMethods } from "@/lib/server/route";

/** POST …/stages/{stage}/rollback {targetExecutionId, reason, hold?, seenExecutionId?}: a receipt, 200 when settled, 202 when not. */
export const POST = commandRoute(
  { verb: "rollback", params: StagePath, body: RollbackRequest },
  async ({ params, body, by }) => rollBackStage(by, params, body),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
