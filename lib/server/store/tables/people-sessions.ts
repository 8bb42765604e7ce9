import "server-only";
import { index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** One sign-in of one person. The cookie carries the id; the row decides whether it still counts. */
export const peopleSessions = pgTable(
  "people_sessions",
  {
    id: uuid("id").primaryKey(),
    personId: text("person_id").notNull(),
    personName: text("person_name").notNull(),
    email: text("email"),
    /** As the provider told them at sign-in. */
    groups: text("groups").array().notNull().default([]),
    provider: text("provider").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    lastSeenAt: timestamp("last_seen_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    expiresAt: timestamp("expires_at", { withTimezone: true, precision: 3 }).notNull(),
    revokedAt: timestamp("revoked_at", { withTimezone: true, precision: 3 }),
    /** Id of the person who ended it: its own, or an administrator. */
    revokedBy: text("revoked_by"),
    userAgent: text("user_agent"),
  },
  (table) => [
    index("people_sessions_person").on(table.personId, table.createdAt),
    index("people_sessions_expires").on(table.expiresAt),
  ],
);
