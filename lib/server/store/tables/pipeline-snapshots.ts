import "server-only";
import { bigint, boolean, index, json, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { PipelineState } from "@/lib/domain/pipeline-state";

/**
 * What is known about one pipeline. `json` and not `jsonb`: the text stays as it was written, so that equal states are
 * equal bytes wherever they are read.
 */
export const pipelineSnapshots = pgTable(
  "pipeline_snapshots",
  {
    target: text("target").notNull(),
    name: text("name").notNull(),
    version: bigint("version", { mode: "number" }).notNull(),
    /** The pipeline vanished; the row stays a while so that those who were away hear of it. */
    gone: boolean("gone").notNull().default(false),
    /** What ListPipelines said of it. */
    listed: json("listed").$type<Record<string, unknown>>(),
    /** Null until it was read once. */
    state: json("state").$type<PipelineState>(),
    /** How much of the state was read: `row` or `full`. */
    depth: text("depth"),
    /** Why it cannot be read, of one that never was: the row says so. */
    trouble: json("trouble").$type<object>(),
    /** When AWS answered last before this was written, in the server's time. */
    readAt: timestamp("read_at", { withTimezone: true, precision: 3 }),
    writtenAt: timestamp("written_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.target, table.name] }),
    index("pipeline_snapshots_version").on(table.target, table.version),
  ],
);
