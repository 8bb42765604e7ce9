import "server-only";
import { sql } from "drizzle-orm";
import { db } from "./store";
import { stored } from "./stored";
import { receipts } from "./tables/receipts";

/** Asks the store for something that needs its schema. Throws `store.unavailable`, or what a missing schema gives. */
export async function pingStore(): Promise<void> {
  await stored(() => db().select({ one: sql`1` }).from(receipts).limit(1));
}
