import { z } from "zod";
import { ExecutionSummary, Revision } from "./execution";
import { Freshness, Instant } from "./freshness";

/** Query of GET /api/revisions: words of a message, a ticket, a person, or the beginning of a commit or of an execution. */
export const RevisionsQuery = z.strictObject({
  q: z.string().trim().min(3, "must have at least 3 characters").max(400, "must have at most 400 characters"),
});

const Stop = z.strictObject({
  stage: z.string(),
  standing: z.string(),
  here: z.boolean(),
  at: Instant.optional(),
  now: z.strictObject({ executionId: z.string(), label: z.string() }).optional(),
});

const Place = z.strictObject({
  target: z.string(),
  pipeline: z.string(),
  execution: ExecutionSummary,
  /** Executions of it that carry the revision, besides. */
  others: z.number().int(),
  stops: z.array(Stop),
  sentence: z.strictObject({ lead: z.string().optional(), text: z.string() }),
  /** As fresh as the pipeline is. */
  freshness: Freshness,
});
export type RevisionPlace = z.infer<typeof Place>;

/**
 * GET /api/revisions: revisions that were found, newest first, each with every pipeline that carries it, as far as the
 * person may see. `more`: there are older ones that are not among them.
 */
export const RevisionsReply = z.strictObject({
  items: z.array(
    z.strictObject({
      /** Tells it apart from the others. */
      key: z.string(),
      /** Absent where an execution has no revision. */
      revision: Revision.optional(),
      startedAt: Instant.optional(),
      places: z.array(Place),
    }),
  ),
  more: z.boolean(),
  /** Pipelines whose executions are known as far back as is wanted, of all. `unread`: of some it is not known yet who made them. */
  indexed: z.strictObject({ known: z.number().int(), of: z.number().int(), unread: z.boolean() }),
  now: Instant,
});
export type RevisionsReply = z.infer<typeof RevisionsReply>;
export type FoundRevision = RevisionsReply["items"][number];
