import { Client } from "pg";
import type { Write } from "./journal";
import type { Pressed } from "./people";
import { textOf } from "./verbs";

/** A receipt as PostgreSQL has it, read past the server. */
export type Row = { id: string; state: string; verb: string };

/** What the three witnesses say together: people, receipts, and AWS's journal. Everything but the first two must be 0. */
export type Ledger = {
  presses: number;
  effects: number;
  /** A person was told of a receipt that is not there; or a receipt claims an effect that AWS did not have. */
  lost: string[];
  /** AWS acted twice for one press. */
  doubled: string[];
  /** AWS acted, and no receipt says so. */
  orphans: string[];
  /** Receipts whose end is not known. */
  unknown: string[];
  /** AWS accepted, and the effect was not seen. */
  unconfirmed: string[];
  /** Presses that went out more than once. */
  sentAgain: string[];
  /** Presses by the state of their receipt; `none` when they never arrived. */
  states: Record<string, number>;
};

const EFFECT = new Set(["accepted", "confirmed"]);

/** All receipts. */
export async function readReceipts(databaseUrl: string): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>("select id::text as id, state, verb from receipts")).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Compares the witnesses. */
export function compare(
  pressed: readonly Pressed[],
  receipts: readonly Row[],
  writes: readonly Write[],
): Ledger {
  const states = new Map(receipts.map(({ id, state }) => [id, state]));
  const byText = new Map<string, Write[]>();
  for (const write of writes) byText.set(write.text ?? "", [...(byText.get(write.text ?? "") ?? []), write]);
  const ledger: Ledger = {
    presses: pressed.length,
    effects: writes.filter(({ acted }) => acted).length,
    lost: [],
    doubled: [],
    orphans: [],
    unknown: [],
    unconfirmed: [],
    sentAgain: [],
    states: {},
  };
  const known = new Set(pressed.map(({ key }) => textOf(key)));
  for (const write of writes)
    if (write.acted && !known.has(write.text ?? "")) ledger.orphans.push(`${write.operation} ${write.text}`);
  for (const { key, verb, acknowledged } of pressed) {
    const state = states.get(key);
    const posts = byText.get(textOf(key)) ?? [];
    const acted = posts.filter((post) => post.acted).length;
    const told = `${verb.verb} ${key} ${state ?? "no receipt"}, AWS: ${posts.map(({ outcome }) => outcome).join(", ") || "nothing"}`;
    ledger.states[state ?? "none"] = (ledger.states[state ?? "none"] ?? 0) + 1;
    if (acknowledged !== undefined && state === undefined) ledger.lost.push(told);
    if (state !== undefined && EFFECT.has(state) && acted === 0) ledger.lost.push(told);
    if (acted > 1) ledger.doubled.push(told);
    if (acted > 0 && !EFFECT.has(state ?? "")) ledger.orphans.push(told);
    if (posts.length > 1) ledger.sentAgain.push(told);
    if (state === "recorded" || state === "sent" || state === "unknown") ledger.unknown.push(told);
    if (state === "accepted") ledger.unconfirmed.push(told);
  }
  return ledger;
}
