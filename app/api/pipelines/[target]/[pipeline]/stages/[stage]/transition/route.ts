import { StagePath } from "@/lib/contract/path";
import { TransitionRequest } from "@/lib/contract/transition-request";
import { changeTransition } from "@/lib/server/commands/change-transition";
import { commandRoute } from "@/lib/server/commands/command-route";
import { otherMethods } from "@/lib/server/route";

/** POST …/stages/{stage}/transition {type, enabled, reason, seenWaiting?}: a receipt, 200 when settled, 202 when not. */
export const POST = commandRoute(
  { verb: ["open-transition", "close-transition"], params: StagePath, body: TransitionRequest },
  async ({ params, body, by }) => changeTransition(by, params, body),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
