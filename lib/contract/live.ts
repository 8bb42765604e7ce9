import { z } from "zod";
import type * as domain from "@/lib/domain/live-change";
import type * as delta from "@/lib/domain/row-delta";
import { Freshness, Instant } from "./freshness";
import { PipelineRow, Sentence, Station, Train } from "./pipeline";
import { Receipt } from "./receipt";

/** By target id: the version of the target's last change. */
export const Versions = z.record(z.string(), z.number().int().nonnegative());
export type Versions = z.infer<typeof Versions>;

const StationDelta: z.ZodType<delta.StationDelta> = z.strictObject({
  stage: z.string().optional(),
  standing: z.string().optional(),
  percentComplete: z.number().nullish(),
  revision: z.string().nullish(),
  train: Train.nullish(),
  waiting: z.array(Train).optional(),
  gateClosed: z.boolean().optional(),
  overridable: z.enum(["BEFORE_ENTRY", "ON_SUCCESS"]).nullish(),
  count: z.number().int().nullish(),
  labels: z.array(z.string()).nullish(),
});

export const RowDelta: z.ZodType<delta.RowDelta> = z.strictObject({
  executionMode: z.string().optional(),
  pipelineType: z.string().nullish(),
  version: z.number().int().nullish(),
  status: z.string().nullish(),
  percentComplete: z.number().nullish(),
  running: z.number().int().optional(),
  stations: z.union([z.array(Station), z.record(z.string().regex(/^\d+$/), StationDelta)]).optional(),
  sentence: Sentence.optional(),
  changedAt: Instant.nullish(),
  approvalExpiresAt: Instant.nullish(),
  failed: z.strictObject({ stage: z.string(), executionId: z.string() }).nullish(),
  denied: z.string().nullish(),
  asOf: Instant.nullish(),
});
export type RowDelta = delta.RowDelta;

export const PipelineChange: z.ZodType<domain.PipelineChange> = z.strictObject({
  target: z.string(),
  name: z.string(),
  version: z.number().int().positive(),
  row: PipelineRow.optional(),
  set: RowDelta.optional(),
  inbox: z.literal(true).optional(),
  gone: z.literal(true).optional(),
});
export type PipelineChange = domain.PipelineChange;

/** Where the stream and every target stand: data of `beat`, and of `hello` and `reset` with what is in those alone. */
export const LiveStanding = z.strictObject({
  now: Instant,
  versions: Versions,
  /** By target id. */
  freshness: z.record(z.string(), Freshness),
});
export type LiveStanding = z.infer<typeof LiveStanding>;

const LiveBeginning = LiveStanding.extend({
  /** Tag of the session whose stream it is; a page that came with another loads anew. Only in the first message. */
  session: z.string().optional(),
});

/** Why the server ended the stream. */
export const LiveBye = z.strictObject({ reason: z.enum(["signed-out", "stopping"]) });
export type LiveBye = z.infer<typeof LiveBye>;

/**
 * Every message of GET /api/live, a server-sent event each: `event` is its name, `data` its JSON, `id` the cursor to
 * resume from. `hello` comes first, or `reset` when the cursor is not known or too old; `bye` comes last.
 */
export const LiveMessage = z.discriminatedUnion("event", [
  z.strictObject({ event: z.literal("hello"), id: z.string(), data: LiveBeginning }),
  z.strictObject({ event: z.literal("reset"), id: z.string(), data: LiveBeginning }),
  z.strictObject({ event: z.literal("beat"), id: z.string(), data: LiveStanding }),
  z.strictObject({ event: z.literal("change"), data: PipelineChange }),
  z.strictObject({ event: z.literal("receipt"), data: Receipt }),
  z.strictObject({ event: z.literal("bye"), data: LiveBye }),
]);
export type LiveMessage = z.infer<typeof LiveMessage>;

/** Query of GET /api/live. A cursor that is no longer known is answered with `reset`, so any text will do. */
export const LiveQuery = z.strictObject({ since: z.string().max(8000, "is too long").optional() });
