import { z } from "zod";
import { Freshness, Instant } from "./freshness";

/** The SQS queue that EventBridge fills for a target. */
export const EventQueueHealth = z.strictObject({
  /** Whether events come and have announced what reads found, so that rest is read seldom. */
  reliable: z.boolean(),
  answeredAt: Instant.nullable(),
  newestEventAt: Instant.nullable(),
  /** From the newest event happening to its being received. */
  lagMs: z.number().nullable(),
  /** Since the server started. */
  events: z.number().int(),
  repeated: z.number().int(),
  unreadable: z.number().int(),
  /** Why it cannot be read, in one line. */
  trouble: z.string().optional(),
  /** Why what was received cannot be deleted, so that it comes again and again, in one line. */
  notDeleted: z.string().optional(),
});
export type EventQueueHealth = z.infer<typeof EventQueueHealth>;

/** What watching a target costs, in the process that answers. */
export const TargetWatchHealth = z.strictObject({
  /** What the request budget lets out at present. */
  requestsPerSecond: z.number(),
  /** `requestsPerSecond` of the configuration. */
  ceiling: z.number().optional(),
  callsLastMinute: z.number().int(),
  queue: EventQueueHealth.optional(),
});
export type TargetWatchHealth = z.infer<typeof TargetWatchHealth>;

/** One account in one region. */
export const Target = z.strictObject({
  id: z.string(),
  name: z.string(),
  account: z.string(),
  region: z.string(),
  freshness: Freshness,
  /** Pipelines known, after include and exclude; null until the list was read once. */
  pipelines: z.number().int().nullable(),
  /** Why nothing can be pressed at this target, for anybody; absent when presses are on. */
  pressesOff: z.string().optional(),
  watch: TargetWatchHealth,
});
export type Target = z.infer<typeof Target>;

/** GET /api/targets */
export const TargetList = z.strictObject({
  items: z.array(Target),
  /** Worst first freshness of the list is up to the reader; each target carries its own. */
  freshness: z.record(z.string(), Freshness),
  now: Instant,
});
export type TargetList = z.infer<typeof TargetList>;
