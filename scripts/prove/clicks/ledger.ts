import { Client } from "pg";
import type { Write } from "./journal";
import type { Pressed } from "./people";
import { nameOfPress } from "./same-press";

/** A receipt as PostgreSQL has it, read past the server. */
export type Row = {
  id: string;
  state: string;
  verb: string;
  person: string;
  /** What reading AWS showed. */
  finding: string | null;
  /** Of the request, where AWS's answer told it. */
  requestId: string | null;
  wasSent: boolean;
};

/** What the three witnesses say together: people, receipts, and AWS's journal. All but the first two must be 0, or nearly so. */
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
  /** Receipts that say the effect may be somebody else's. */
  undecided: string[];
  /** AWS accepted, and the effect was not seen. */
  unconfirmed: string[];
  /** Presses that went out more than once. */
  sentAgain: string[];
  /** Presses by the state of their receipt; `none` when they never arrived. */
  states: Record<string, number>;
  /** What AWS did for people, by operation. */
  acted: Record<string, number>;
};

const EFFECT = new Set(["accepted", "confirmed"]);

/** All receipts. */
export async function readReceipts(databaseUrl: string): Promise<Row[]> {
  return await queried<Row>(
    databaseUrl,
    `select id::text as id, state, verb, person_id as person, finding, aws_request_id as "requestId",
            sent_at is not null as "wasSent" from receipts`,
  );
}

/** How many receipts there are in each state. */
export async function countReceipts(databaseUrl: string): Promise<Map<string, number>> {
  const rows = await queried<{ state: string; count: number }>(
    databaseUrl,
    "select state, count(*)::int as count from receipts group by state",
  );
  return new Map(rows.map(({ state, count }) => [state, count]));
}

async function queried<One extends object>(databaseUrl: string, query: string): Promise<One[]> {
  const client = new Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query<One>(query)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A press with what the other two witnesses have of it. */
type Case = { pressed: Pressed; row: Row | undefined; posts: Write[] };

/** Compares the witnesses. */
export function compare(
  pressed: readonly Pressed[],
  receipts: readonly Row[],
  writes: readonly Write[],
): Ledger {
  const rows = new Map(receipts.map((row) => [row.id, row]));
  const ledger: Ledger = {
    presses: pressed.length,
    effects: writes.filter(({ acted }) => acted).length,
    lost: [],
    doubled: [],
    orphans: [],
    unknown: [],
    undecided: [],
    unconfirmed: [],
    sentAgain: [],
    states: {},
    acted: {},
  };
  for (const { operation, acted } of writes)
    if (acted) ledger.acted[operation] = (ledger.acted[operation] ?? 0) + 1;
  const cases = pressed.map((one): Case => ({ pressed: one, row: rows.get(one.key), posts: [] }));
  const unclaimed = share(cases, writes);
  for (const write of unclaimed)
    (write.acted ? ledger.orphans : ledger.sentAgain).push(`${write.operation}, ${write.name}: no receipt`);
  for (const one of cases) judge(one, ledger);
  return ledger;
}

function judge({ pressed: { key, verb, acknowledged }, row, posts }: Case, ledger: Ledger): void {
  const state = row?.state;
  const acted = posts.filter((post) => post.acted).length;
  const told = `${verb.verb} ${key} ${state ?? "no receipt"}, AWS: ${posts.map(({ outcome }) => outcome).join(", ") || "nothing"}`;
  ledger.states[state ?? "none"] = (ledger.states[state ?? "none"] ?? 0) + 1;
  if (acknowledged !== undefined && state === undefined) ledger.lost.push(told);
  if (state !== undefined && EFFECT.has(state) && acted === 0) ledger.lost.push(told);
  if (acted > 1) ledger.doubled.push(told);
  if (state === "undecided") ledger.undecided.push(`${told}, ${row?.finding}`);
  else if (acted > 0 && !EFFECT.has(state ?? "")) ledger.orphans.push(`${told}, ${row?.finding}`);
  if (posts.length > 1) ledger.sentAgain.push(told);
  if (state === "recorded" || state === "sent" || state === "unknown") ledger.unknown.push(told);
  if (state === "accepted") ledger.unconfirmed.push(told);
}

/**
 * Gives every write to the press it came from, and answers those that came from none. Where AWS keeps a text, the text
 * tells. Where it keeps none, AWS's id of the request tells, of answers that arrived; of those that were lost, person and
 * thing: what acted goes to a press that says so, if there is one left.
 */
function share(cases: readonly Case[], writes: readonly Write[]): Write[] {
  const named = new Map<string, Case[]>();
  for (const one of cases) {
    const { key, verb, thing } = one.pressed;
    const name = nameOfPress(key, verb, thing);
    named.set(name, [...(named.get(name) ?? []), one]);
  }
  const unclaimed: Write[] = [];
  const later: Write[] = [];
  for (const write of writes) {
    const candidates = named.get(write.name) ?? [];
    const sure = candidates[0]?.pressed.verb.aim
      ? candidates.find(({ row }) => row?.requestId === write.requestId)
      : candidates[0];
    if (sure) sure.posts.push(write);
    else if (candidates.length > 0) later.push(write);
    else unclaimed.push(write);
  }
  // What acted chooses first.
  for (const write of later.sort((one, other) => Number(other.acted) - Number(one.acted))) {
    const free = (named.get(write.name) ?? []).filter(
      ({ row, posts }) => posts.length === 0 && row?.wasSent && row.person === write.person,
    );
    const fits = free.find(({ row }) => EFFECT.has(row?.state ?? "") === write.acted) ?? free[0];
    if (fits) fits.posts.push(write);
    else unclaimed.push(write);
  }
  return unclaimed;
}
