import { z } from "zod";
import { Instant } from "./freshness";

/** What was recorded besides presses: who came and went, who tried what they may not, which configuration was loaded. */
export const HouseEvent = z.strictObject({
  /** Number in the log of receipts. */
  seq: z.number().int(),
  at: Instant.optional(),
  kind: z.enum(["denied", "session", "configuration"]),
  /** What happened: the verb that was denied, `signed-in`, `ended`, `loaded`. */
  step: z.string(),
  person: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  /** Where a press was denied. */
  place: z
    .strictObject({ target: z.string(), pipeline: z.string(), stage: z.string().optional() })
    .optional(),
  /** Why it was denied, on what somebody signed in, the hash of the configuration; one line. */
  words: z.string().optional(),
});
export type HouseEvent = z.infer<typeof HouseEvent>;

/** Which events are asked for. */
export const HouseEventQuery = z.strictObject({
  /** `nextCursor` of the page before. */
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,15}$/, "Expected the nextCursor of a reply")
    .optional(),
});
export type HouseEventQuery = z.infer<typeof HouseEventQuery>;

/** GET /api/events: newest first, for who may see the activity of others. */
export const HouseEventList = z.strictObject({
  items: z.array(HouseEvent),
  nextCursor: z.string().optional(),
  now: Instant,
});
export type HouseEventList = z.infer<typeof HouseEventList>;
