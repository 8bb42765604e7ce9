import "server-only";
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

/** One press of a button: written before AWS is asked, never deleted. */
export const receipts = pgTable(
  "receipts",
  {
    /** The Idempotency-Key of the press. */
    id: uuid("id").primaryKey(),
    /** Order of recording; pages of the list run along it. */
    seq: bigint("seq", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    verb: text("verb").notNull(),
    target: text("target").notNull(),
    pipeline: text("pipeline").notNull(),
    stage: text("stage"),
    action: text("action"),
    executionId: text("execution_id"),
    /** What only one press at a time may change; null for a press that lost the race for it. */
    precondition: text("precondition"),
    personId: text("person_id").notNull(),
    personName: text("person_name").notNull(),
    sessionId: uuid("session_id").notNull(),
    reason: text("reason"),
    /** SHA-256 of person, verb, place and body: tells a repeated request from another one under the same key. */
    requestHash: text("request_hash").notNull(),
    state: text("state").notNull(),
    recordedAt: timestamp("recorded_at", { withTimezone: true, precision: 3 }).notNull(),
    sentAt: timestamp("sent_at", { withTimezone: true, precision: 3 }),
    settledAt: timestamp("settled_at", { withTimezone: true, precision: 3 }),
    awsRequestId: text("aws_request_id"),
    /** The execution that came of it, where the operation starts one. */
    startedExecutionId: text("started_execution_id"),
    refusalCode: text("refusal_code"),
    refusalMessage: text("refusal_message"),
    refusalBeforeSending: boolean("refusal_before_sending"),
    /** The process that carries it out: when that is gone, nobody else does. */
    servedBy: uuid("served_by"),
    /** What the press needs to recognise its effect later, from this row alone; each verb has its own. */
    expectation: jsonb("expectation").$type<Record<string, unknown>>(),
    /** Whether AWS acts once however often it gets such a press, so that another one need not wait for an unknown one. */
    guarded: boolean("guarded").notNull().default(true),
    confirmedAt: timestamp("confirmed_at", { withTimezone: true, precision: 3 }),
    finding: text("finding"),
  },
  (table) => [
    uniqueIndex("receipts_seq").on(table.seq),
    uniqueIndex("receipts_one_at_a_time")
      .on(table.precondition)
      .where(
        sql`${table.state} in ('recorded', 'sent') or (${table.state} = 'unknown' and not ${table.guarded})`,
      ),
    index("receipts_pipeline").on(table.target, table.pipeline, table.seq),
    index("receipts_execution").on(table.executionId, table.seq),
    index("receipts_started_execution")
      .on(table.startedExecutionId, table.seq)
      .where(sql`${table.startedExecutionId} is not null`),
    index("receipts_open")
      .on(table.seq)
      .where(sql`${table.state} in ('recorded', 'sent', 'accepted', 'unknown')`),
    check(
      "receipts_state",
      sql`${table.state} in ('recorded', 'sent', 'accepted', 'confirmed', 'refused', 'unknown', 'no-effect', 'undecided')`,
    ),
  ],
);
