import "server-only";
import { json, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { Tags } from "@/lib/domain/pipeline-tags";

/** Why tags cannot be read: the IAM action that is missing, and who lacks it. */
export interface TagsDenied {
  permission: string;
  principal?: string;
}

/** The tags of pipelines as AWS said last, or why it did not. A cache: what is lost is read again. */
export const pipelineTags = pgTable(
  "pipeline_tags",
  {
    target: text("target").notNull(),
    pipeline: text("pipeline").notNull(),
    /** Null while they could not be read. */
    tags: json("tags").$type<Tags>(),
    denied: json("denied").$type<TagsDenied>(),
    /** When AWS was asked, in the server's time. */
    readAt: timestamp("read_at", { withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.target, table.pipeline] })],
);
