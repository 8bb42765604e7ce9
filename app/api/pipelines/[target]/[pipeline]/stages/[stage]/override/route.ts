import { OverrideRequest } from "@/lib/contract/override-request";
import { StagePath } from "@/lib/contract/path";
import { commandRoute } from "@/lib/server/commands/command-route";
import { overrideCondition } from "@/lib/server/commands/override-condition";
import { otherMethods } from "@/lib/server/route";

/** POST …/stages/{stage}/override {executionId, condition, reason, seenChangedAt?}: a receipt, 200 when settled, 202 when not. */
export const POST = commandRoute(
  { verb: "override", params: StagePath, body: OverrideRequest },
  async ({ params, body, by }) => overrideCondition(by, params, body),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
