import "server-only";
import { sql } from "drizzle-orm";
import { index, json, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { Revision } from "@/lib/domain/revision";

/**
 * Executions that Pipedeck has seen, as AWS said last: AWS forgets them after a year, or with the pipeline, and has no way
 * to look for one by its revision. A cache that loses nothing but age when it is emptied.
 */
export const executions = pgTable(
  "executions",
  {
    target: text("target").notNull(),
    pipeline: text("pipeline").notNull(),
    /** AWS's pipelineExecutionId. */
    id: text("id").notNull(),
    startedAt: timestamp("started_at", { withTimezone: true, precision: 3 }),
    /** AWS's lastUpdateTime: what is older never replaces what is newer. */
    updatedAt: timestamp("updated_at", { withTimezone: true, precision: 3 }),
    /** AWS's own status word. */
    status: text("status").notNull(),
    executionMode: text("execution_mode"),
    executionType: text("execution_type").notNull(),
    rollbackOf: text("rollback_of"),
    triggerType: text("trigger_type"),
    /** In words, for people. */
    triggerText: text("trigger_text"),
    triggeredBy: text("triggered_by"),
    stopReason: text("stop_reason"),
    revisions: json("revisions").$type<Revision[]>().notNull().default(sql`'[]'::json`),
    seenAt: timestamp("seen_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.target, table.pipeline, table.id] }),
    index("executions_started").on(table.target, table.pipeline, table.startedAt),
  ],
);
