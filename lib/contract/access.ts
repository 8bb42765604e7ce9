import { z } from "zod";
import type { DecidingRule as Rule } from "@/lib/domain/permission";
import type { Verb } from "@/lib/domain/receipt";
import { Instant } from "./freshness";
import { PipelineName, StageName, TargetId } from "./path";

/** The rule that decided: where it stands in the configuration, and what it says. */
export const DecidingRule: z.ZodType<Rule> = z.strictObject({
  path: z.string(),
  line: z.number().int().positive().optional(),
  words: z.string(),
});

export const AccessAnswer = z.discriminatedUnion("allowed", [
  z.strictObject({ allowed: z.literal(true), rule: DecidingRule }),
  z.strictObject({ allowed: z.literal(false), why: z.string(), rule: DecidingRule }),
]);
export type AccessAnswer = z.infer<typeof AccessAnswer>;

const AccessVerbs = z.strictObject({
  approve: AccessAnswer,
  reject: AccessAnswer,
  stop: AccessAnswer,
  abandon: AccessAnswer,
  retry: AccessAnswer,
  rollback: AccessAnswer,
  override: AccessAnswer,
  "open-transition": AccessAnswer,
  "close-transition": AccessAnswer,
  release: AccessAnswer,
}) satisfies z.ZodType<Record<Verb, AccessAnswer>>;

/** Query of GET /api/access: without a place, who is signed in and what rules speak of them. */
export const AccessQuery = z
  .strictObject({
    target: TargetId.optional(),
    pipeline: PipelineName.optional(),
    stage: StageName.optional(),
  })
  .refine(
    ({ target, pipeline, stage }) =>
      (target === undefined) === (pipeline === undefined) && (stage === undefined || pipeline !== undefined),
    "target and pipeline belong together, and a stage to both",
  );
export type AccessQuery = z.infer<typeof AccessQuery>;

/** What more a press takes at a pipeline, each with the rule that says so. */
export const PressConditions = z.strictObject({
  reasonRequired: DecidingRule.optional(),
  noOwnChanges: DecidingRule.optional(),
  twoApprovers: DecidingRule.optional(),
});
export type PressConditions = z.infer<typeof PressConditions>;

/** For each press whether it may be made at a pipeline, and which rule says so. */
export const PipelineAccess = z.strictObject({
  verbs: AccessVerbs,
  /** By stage, the answers that are others there than for the pipeline as a whole. */
  stages: z.record(z.string(), AccessVerbs.partial()),
  /** By stage, the groups whose rules let them answer an approval there; `*` is everybody. */
  approvers: z.record(z.string(), z.array(z.string())),
  conditions: PressConditions,
});
export type PipelineAccess = z.infer<typeof PipelineAccess>;

/** GET /api/access: who is signed in and what rules speak of them; at a pipeline, each press and why (not). */
export const AccessReply = z.strictObject({
  person: z.strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string().optional(),
    groups: z.array(z.string()),
  }),
  /** How the person signed in, for example `demo`. */
  provider: z.string(),
  signedInAt: Instant,
  /** When the session ends however busy; 30 minutes without a request end it sooner. */
  endsAt: Instant,
  /** Rules for one of the person's groups, in the order of the configuration, without those that hide something. */
  rules: z.array(z.strictObject({ effect: z.enum(["allow", "deny"]), rule: DecidingRule })),
  house: z.strictObject({ "see-activity": AccessAnswer, "revoke-sessions": AccessAnswer }),
  /** Given when a place was asked for. */
  at: PipelineAccess.optional(),
  now: Instant,
});
export type AccessReply = z.infer<typeof AccessReply>;
