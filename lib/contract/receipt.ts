import { z } from "zod";
import type * as domain from "@/lib/domain/receipt";
import { RECEIPT_STATES } from "@/lib/domain/receipt";
import { Freshness, Instant } from "./freshness";
import { ExecutionId, PipelineName, TargetId } from "./path";
import { personText, reasonText } from "./person-text";
import { When } from "./when";

const VerbName = z.enum([
  "approve",
  "reject",
  "stop",
  "abandon",
  "retry",
  "rollback",
  "override",
  "open-transition",
  "close-transition",
  "release",
]);
const StateName = z.enum(RECEIPT_STATES);

export const Receipt: z.ZodType<domain.Receipt> = z.strictObject({
  id: z.guid(),
  verb: VerbName,
  target: z.string(),
  pipeline: z.string(),
  stage: z.string().optional(),
  action: z.string().optional(),
  executionId: z.string().optional(),
  person: z.strictObject({ id: z.string(), name: z.string() }),
  reason: z.string().optional(),
  state: StateName,
  recordedAt: Instant,
  sentAt: Instant.optional(),
  settledAt: Instant.optional(),
  confirmedAt: Instant.optional(),
  finding: z.string().optional(),
  awsRequestId: z.string().optional(),
  startedExecutionId: z.string().optional(),
  refusal: z.strictObject({ code: z.string(), message: z.string(), beforeSending: z.boolean() }).optional(),
});
export type Receipt = domain.Receipt;

/** Reply of every POST that presses something (200 settled, 202 not yet) and of GET /api/receipts/{id}. */
export const ReceiptReply = z.strictObject({ receipt: Receipt, now: Instant });
export type ReceiptReply = z.infer<typeof ReceiptReply>;

/** POST …/stages/{stage}/actions/{action}/approval */
export const ApprovalRequest = z.strictObject({
  executionId: ExecutionId,
  result: z.enum(["Approved", "Rejected"]),
  summary: personText(512),
  /** Executions the person saw waiting in front of the stage: when another waits there by now, the press is refused. */
  seenWaiting: z.array(ExecutionId).max(100).optional(),
});
export type ApprovalRequest = z.infer<typeof ApprovalRequest>;

/** POST …/executions/{id}/stop */
export const StopRequest = z.strictObject({
  abandon: z.boolean(),
  reason: reasonText(200),
});
export type StopRequest = z.infer<typeof StopRequest>;

/** Names with commas between, each one of those known. */
function listOf<Name extends string>(names: z.ZodType<Name, string>) {
  return z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(names).max(20));
}

/** Query of GET /api/receipts; every filter given must match. */
export const ReceiptQuery = z.strictObject({
  target: TargetId.optional(),
  pipeline: PipelineName.optional(),
  executionId: ExecutionId.optional(),
  /** Id of a person, or part of an id or name. */
  person: z.string().min(1).max(200).optional(),
  /** One or several, with commas between. */
  verb: listOf(VerbName).optional(),
  state: listOf(StateName).optional(),
  /** Recorded at or after, and at or before. */
  from: When.optional(),
  to: When.optional(),
  /** Words, all of which must be found: in names, reason, ids and AWS request. */
  q: z.string().min(1).max(400).optional(),
  /** `nextCursor` of the page before. */
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, "must be the nextCursor of a page before")
    .optional(),
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/, "must be 1 to 100")
    .optional(),
});
export type ReceiptQuery = z.infer<typeof ReceiptQuery>;

/** GET /api/receipts: newest first, everybody's. */
export const ReceiptList = z.strictObject({
  items: z.array(Receipt),
  nextCursor: z.string().optional(),
  /** Empty: receipts come from our own store, which is never older than the reply. */
  freshness: z.record(z.string(), Freshness),
  now: Instant,
});
export type ReceiptList = z.infer<typeof ReceiptList>;
