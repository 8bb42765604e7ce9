import { z } from "zod";
import { ExecutionSummary } from "./execution";
import { Freshness, Instant } from "./freshness";
import { StageName } from "./path";

const Statuses = z
  .string()
  .regex(/^[A-Za-z]{1,40}(,[A-Za-z]{1,40}){0,19}$/, "must be statuses of executions, such as Failed,Stopped")
  .transform((text) => [...new Set(text.split(","))].sort());

const Ids = z
  .string()
  .regex(/^[\w-]{1,100}(,[\w-]{1,100}){0,99}$/, "must be at most 100 ids of executions, joined by commas")
  .transform((text) => [...new Set(text.split(","))]);

/**
 * Query of GET /api/pipelines/{target}/{pipeline}/executions. `status` is AWS's words, repeated or joined by commas; a
 * word nobody knows yet is looked for like any other. `ids` asks for these alone, as they are now; those that the list
 * has not been read back to are left out.
 */
export const ExecutionListQuery = z.strictObject({
  status: Statuses.optional(),
  ids: Ids.optional(),
  /** Only those that succeeded in this stage, in the current version of the pipeline; goes with `cursor` and `limit` alone. */
  succeededInStage: StageName.optional(),
  cursor: z.string().min(1).max(2000).optional(),
  limit: z.coerce.number("must be a number from 1 to 100").int().min(1).max(100).default(50),
});

/**
 * GET /api/pipelines/{target}/{pipeline}/executions, newest first. With `nextCursor` there may be more, even when
 * `items` is short or empty: a status is looked for page by page, and `searchedTo` says how far back that has come.
 */
export const ExecutionList = z.strictObject({
  items: z.array(ExecutionSummary),
  nextCursor: z.string().optional(),
  searchedTo: Instant.optional(),
  /** IAM actions the role lacks: what needs them is left out of the rows. */
  denied: z.array(z.string()).optional(),
  freshness: Freshness,
  now: Instant,
});
export type ExecutionList = z.infer<typeof ExecutionList>;
