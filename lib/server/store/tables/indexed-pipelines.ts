import "server-only";
import { boolean, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/** How far back the executions of a pipeline are in the table of executions, without a gap from the newest on. */
export const indexedPipelines = pgTable(
  "indexed_pipelines",
  {
    target: text("target").notNull(),
    pipeline: text("pipeline").notNull(),
    /** Start of the newest one known. */
    newestAt: timestamp("newest_at", { withTimezone: true, precision: 3 }),
    /** Start of the oldest one of the unbroken row. */
    backTo: timestamp("back_to", { withTimezone: true, precision: 3 }),
    /** AWS's token of the page behind it; null with `complete` false means to begin anew. */
    nextToken: text("next_token"),
    /** AWS has none older, or older ones are not wanted. */
    complete: boolean("complete").notNull().default(false),
    changedAt: timestamp("changed_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.target, table.pipeline] })],
);
