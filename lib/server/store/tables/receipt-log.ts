import "server-only";
import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";

/**
 * Everything that became known of presses, and who came and went, in one chain. Rows are only ever added: PostgreSQL
 * gives each its number, without a gap, and its hashes, whatever is written here (see the migration `receipt_log`).
 */
export const receiptLog = pgTable(
  "receipt_log",
  {
    seq: bigint("seq", { mode: "number" }).primaryKey().default(0),
    /** `press`, or what else is recorded: `denied`, `session`, `configuration`. */
    kind: text("kind").notNull(),
    /** The press; null for what is none. */
    receiptId: uuid("receipt_id"),
    /** The state that a press has come to, or what happened. */
    step: text("step").notNull(),
    /** The whole receipt as it is after this step, or what is to be known of what happened. */
    entry: jsonb("entry").$type<Record<string, unknown>>().notNull(),
    /** Hash of the row before; 64 zeros before the first. */
    previousHash: text("previous_hash").notNull().default(""),
    /** SHA-256 of previous hash, number, kind, receipt, step and entry, a line each. */
    hash: text("hash").notNull().default(""),
  },
  (table) => [index("receipt_log_receipt").on(table.receiptId, table.seq)],
);
