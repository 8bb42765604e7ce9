import "server-only";
import { sql } from "drizzle-orm";
import { customType, index, json, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { Instant } from "@/lib/domain/instant";
import type { Revision } from "@/lib/domain/revision";
import type { Standing } from "@/lib/domain/standing";

/** Words without places: made by ourselves, so that no dictionary and no extension decides what is found. */
const words = customType<{ data: string }>({ dataType: () => "tsvector" });

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
    /** Standing of the stages it entered, by name, from its actions; null while those were not read since it last changed. */
    ran: json("ran").$type<Record<string, Standing>>(),
    /** When its last action in each of those stages ended; null where it was kept before that was. */
    ended: json("ended").$type<Record<string, Instant>>(),
    /** What it is found by: `executionWords`, and its pipeline as `p=`. */
    words: words("words").notNull().default(sql`''::tsvector`),
    seenAt: timestamp("seen_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.target, table.pipeline, table.id] }),
    index("executions_newest").on(
      table.target,
      table.pipeline,
      sql`coalesce(${table.startedAt}, 'epoch') desc`,
      sql`${table.id} desc`,
    ),
    index("executions_newest_of_all").on(
      sql`coalesce(${table.startedAt}, 'epoch') desc`,
      sql`${table.id} desc`,
    ),
    index("executions_words").using("gin", table.words).with({ fastupdate: false }),
    index("executions_without_ran").on(table.target, table.pipeline).where(sql`${table.ran} is null`),
  ],
);
