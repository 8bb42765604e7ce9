import { z } from "zod";
import { INBOX_KINDS, type InboxItem as Item } from "@/lib/domain/inbox-item";
import { AccessAnswer } from "./access";
import { Freshness, Instant } from "./freshness";
import { Versions } from "./live";
import { PipelineRow } from "./pipeline";

/** One item, and whether who asks may settle it. */
export const InboxItem = z.strictObject({
  id: z.string(),
  kind: z.enum(INBOX_KINDS),
  target: z.string(),
  pipeline: z.string(),
  stage: z.string(),
  action: z.string().optional(),
  condition: z.enum(["BEFORE_ENTRY", "ON_SUCCESS"]).optional(),
  executionId: z.string().optional(),
  label: z.string().optional(),
  standing: z.string(),
  title: z.string(),
  text: z.string(),
  since: Instant.optional(),
  deadlineAt: Instant.optional(),
  totalMs: z.number().int().optional(),
  behind: z.number().int().nonnegative(),
  byItself: z.literal(true).optional(),
  ownPage: z.literal(true).optional(),
  /** Of the press that would settle it, by the rules of permission alone. */
  may: AccessAnswer,
}) satisfies z.ZodType<Item>;
export type InboxItem = z.infer<typeof InboxItem>;

/** How many items call for a person: those that who asks may settle, and all. */
export const InboxCounts = z.strictObject({
  mine: z.number().int().nonnegative(),
  all: z.number().int().nonnegative(),
});
export type InboxCounts = z.infer<typeof InboxCounts>;

/** GET /api/inbox */
export const InboxList = z.strictObject({
  /** Worst first; of very many 300: those that who asks may settle, then the worst. */
  items: z.array(InboxItem),
  /** How many there are besides; absent when `items` are all. */
  leftOut: z.number().int().positive().optional(),
  /** The pipelines that the items speak of. */
  rows: z.array(PipelineRow),
  counts: InboxCounts,
  /** By target id. */
  freshness: z.record(z.string(), Freshness),
  /** By target id: changes up to this version are in `items`. */
  versions: Versions,
  now: Instant,
});
export type InboxList = z.infer<typeof InboxList>;

/** GET /api/inbox/count: what every page shows of the inbox. */
export const InboxCount = z.strictObject({
  counts: InboxCounts,
  /** Those who asks may settle, worst first; of very many the worst 200. */
  mine: z.array(InboxItem.pick({ id: true, title: true, target: true, pipeline: true })),
  versions: Versions,
  now: Instant,
});
export type InboxCount = z.infer<typeof InboxCount>;
