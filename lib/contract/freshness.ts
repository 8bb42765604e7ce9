import { z } from "zod";
import type * as domain from "@/lib/domain/freshness";

export const Instant = z.iso.datetime({ precision: 3 });

export const Freshness: z.ZodType<domain.Freshness> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("live"), asOf: Instant, restMs: z.number().int().optional() }),
  z.strictObject({
    kind: z.literal("catching-up"),
    asOf: Instant.nullable(),
    read: z.number().int(),
    total: z.number().int(),
  }),
  z.strictObject({
    kind: z.literal("throttled"),
    asOf: Instant.nullable(),
    since: Instant,
    nextTryAt: Instant,
  }),
  z.strictObject({
    kind: z.literal("unreachable"),
    asOf: Instant.nullable(),
    since: Instant,
    nextTryAt: Instant,
    reason: z.string(),
    tries: z.number().int(),
  }),
  z.strictObject({
    kind: z.literal("denied"),
    asOf: Instant.nullable(),
    since: Instant,
    nextTryAt: Instant,
    permission: z.string(),
    principal: z.string().optional(),
    reason: z.string().optional(),
  }),
]);
export type Freshness = domain.Freshness;
