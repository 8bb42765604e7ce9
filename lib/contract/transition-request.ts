import { z } from "zod";
import { ExecutionId } from "./path";
import { reasonText } from "./person-text";

/** POST …/stages/{stage}/transition: opens or closes the way into a stage (Inbound), or out of it (Outbound). */
export const TransitionRequest = z.strictObject({
  type: z.enum(["Inbound", "Outbound"]),
  enabled: z.boolean(),
  reason: reasonText(300),
  /** Executions the person saw waiting behind it: when another waits there by now, opening is refused. */
  seenWaiting: z.array(ExecutionId).max(100).optional(),
});
export type TransitionRequest = z.infer<typeof TransitionRequest>;
