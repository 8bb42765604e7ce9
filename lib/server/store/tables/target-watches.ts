import "server-only";
import { bigint, json, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { Freshness } from "@/lib/domain/freshness";

/** How fresh a target is, and which pipelines cannot be read though it can, as who watches it says it. */
export type ToldFreshness = Freshness & { troubles?: object };

/** One target as whoever watches it left it: what the other replicas and the next start carry on from. */
export const targetWatches = pgTable("target_watches", {
  target: text("target").primaryKey(),
  /** Highest version of its snapshots; never goes back. */
  version: bigint("version", { mode: "number" }).notNull().default(0),
  /** Up to this version, pipelines that vanished may have been forgotten. */
  forgottenVersion: bigint("forgotten_version", { mode: "number" }).notNull().default(0),
  /** When the list was last read to its end, in the server's time. */
  listReadAt: timestamp("list_read_at", { withTimezone: true, precision: 3 }),
  freshness: json("freshness").$type<ToldFreshness>(),
  /** Last sign of life of the holder, in the database's time. */
  beatAt: timestamp("beat_at", { withTimezone: true, precision: 3 }),
  /** Session that holds the target's lock; what any other writes for the target is ignored. */
  holder: text("holder"),
});
