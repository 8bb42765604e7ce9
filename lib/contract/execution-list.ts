import { z } from "zod";
import { ExecutionSummary } from "./execution";
import { Freshness, Instant } from "./freshness";
import { StageName } from "./path";
import { When } from "./when";

const Statuses = z
  .string()
  .regex(/^[A-Za-z]{1,40}(,[A-Za-z]{1,40}){0,19}$/, "must be statuses of executions, such as Failed,Stopped")
  .transform((text) => [...new Set(text.split(","))].sort());

const Ids = z
  .string()
  .regex(/^[\w-]{1,100}(,[\w-]{1,100}){0,99}$/, "must be at most 100 ids of executions, joined by commas")
  .transform((text) => [...new Set(text.split(","))]);

const TriggerTypes = z
  .string()
  .regex(/^\w{1,60}(,\w{1,60}){0,19}$/, "must be types of triggers, such as WebhookV2,StartPipelineExecution")
  .transform((text) => [...new Set(text.split(","))].sort());

const Words = z.string().trim().min(1, "must not be empty").max(400, "must have at most 400 characters");

const WITH_ALL = new Set(["cursor", "limit"]);

/**
 * Query of GET /api/pipelines/{target}/{pipeline}/executions. `status` is AWS's words, repeated or joined by commas; a
 * word nobody knows yet is looked for like any other. `ids` asks for these alone, as they are now; those that the list
 * has not been read back to are left out; no filter goes with them.
 */
export const ExecutionListQuery = z
  .strictObject({
    status: Statuses.optional(),
    /** AWS's trigger types, as `status`. */
    trigger: TriggerTypes.optional(),
    /** Words of who made a revision or started the execution. */
    author: Words.optional(),
    /** Beginning of a revision's id. */
    revision: Words.optional(),
    /** Started then or later, and then or earlier. */
    from: When.optional(),
    to: When.optional(),
    /** Words of ids, messages, people, branches, triggers and stop reasons: each must begin one of theirs. */
    q: Words.optional(),
    ids: Ids.optional(),
    /** Only those that succeeded in this stage, in the current version of the pipeline; goes with `cursor` and `limit` alone. */
    succeededInStage: StageName.optional(),
    cursor: z.string().min(1).max(2000).optional(),
    limit: z.coerce.number("must be a number from 1 to 100").int().min(1).max(100).default(50),
  })
  .superRefine((query, context) => {
    for (const alone of ["ids", "succeededInStage"] as const)
      if (
        query[alone] !== undefined &&
        Object.keys(query).some((name) => !WITH_ALL.has(name) && name !== alone)
      )
        context.addIssue({ code: "custom", path: [alone], message: "goes with cursor and limit alone" });
  });

/**
 * GET /api/pipelines/{target}/{pipeline}/executions, newest first. With `nextCursor` there may be more, even when
 * `items` is short or empty: a status is looked for page by page, and `searchedTo` says how far back that has come.
 */
export const ExecutionList = z.strictObject({
  items: z.array(ExecutionSummary),
  nextCursor: z.string().optional(),
  searchedTo: Instant.optional(),
  /**
   * How far back executions are kept by ourselves: `complete` when AWS has none older that is wanted, `reading` on the way
   * there. `unread`, where people or words are asked for: of so many it is not known yet who made them.
   */
  index: z
    .strictObject({
      backTo: Instant.optional(),
      complete: z.boolean(),
      reading: z.boolean(),
      keepMonths: z.number().int(),
      unread: z.number().int().positive().optional(),
    })
    .optional(),
  /** IAM actions the role lacks: what needs them is left out of the rows. */
  denied: z.array(z.string()).optional(),
  freshness: Freshness,
  now: Instant,
});
export type ExecutionList = z.infer<typeof ExecutionList>;
