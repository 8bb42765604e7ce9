import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { root } from "../../stack/folders";

const MIGRATIONS = path.join(root, "lib/server/store/migrations");

/** The schema as the server makes it, without the server. */
export async function migrateByHand(client: Client): Promise<void> {
  const files = readdirSync(MIGRATIONS).filter((name) => name.endsWith(".sql"));
  for (const file of files.sort())
    for (const statement of readFileSync(path.join(MIGRATIONS, file), "utf8").split(
      "--> statement-breakpoint",
    ))
      await client.query(statement);
}

const ENDS = [
  ["sent", "accepted", "confirmed"],
  ["sent", "refused"],
  ["sent", "unknown", "confirmed"],
  ["sent", "unknown", "no-effect"],
  ["sent", "unknown", "undecided"],
  ["sent", "unknown"],
  ["refused"],
] as const;

/** One press with all its steps, each a transaction as the server makes it. */
export async function pressByHand(client: Client, index: number): Promise<void> {
  const id = randomUUID();
  await client.query(
    `insert into receipts (id, verb, target, pipeline, person_id, person_name, session_id, reason, request_hash, state, recorded_at)
     values ($1, 'stop', 'dev-eu', 'shop', $2, 'Olivia Brandt', $3, $4, 'hash', 'recorded', now())`,
    [id, `person-${index % 7}`, randomUUID(), `“reason” ${index}\n\u{1F6A8}`],
  );
  for (const state of ENDS[index % ENDS.length] ?? []) {
    await client.query("update receipts set state = $2 where id = $1", [id, state]);
  }
}
