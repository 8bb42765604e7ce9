import "server-only";
import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** The first approval of one that takes two people: nothing was sent to AWS for it. */
export const firstApprovals = pgTable("first_approvals", {
  /** SHA-256 of the approval's token: another round of the same approval is another one. */
  approval: text("approval").primaryKey(),
  personId: text("person_id").notNull(),
  personName: text("person_name").notNull(),
  receiptId: uuid("receipt_id").notNull(),
  recordedAt: timestamp("recorded_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
});
