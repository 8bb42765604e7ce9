import { z } from "zod";
import type * as domain from "@/lib/domain/usual-durations";
import { Freshness, Instant } from "./freshness";

const usual = { medianMs: z.number().int().nonnegative(), successes: z.number().int().min(1) };

/** GET /api/pipelines/{target}/{pipeline}/durations */
export const DurationsReply = z.strictObject({
  durations: z.strictObject({
    stages: z.array(z.strictObject({ name: z.string(), ...usual })),
    actions: z.array(z.strictObject({ stage: z.string(), name: z.string(), ...usual })),
  }) satisfies z.ZodType<domain.UsualDurations>,
  freshness: Freshness,
  now: Instant,
});
export type DurationsReply = z.infer<typeof DurationsReply>;
