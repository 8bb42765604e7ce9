import { StagePath } from "@/lib/contract/path";
import { RetryRequest } from "@/lib/contract/retry-request";
import { commandRoute } from "@/lib/server/commands/command-route";
import { retryStage } from "@/lib/server/commands/retry-stage";
import { otherMethods } from "@/lib/server/route";

/** POST …/stages/{stage}/retry {executionId, mode, reason?, seenChangedAt?}: a receipt, 200 when settled, 202 when not. */
export const POST = commandRoute(
  { verb: "retry", params: StagePath, body: RetryRequest },
  async ({ params, body, by }) => retryStage(by, params, body),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
