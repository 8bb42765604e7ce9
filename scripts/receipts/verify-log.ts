import { Client } from "pg";
import type { Anchors } from "./anchors";
import { Chain, type Finding, type LogRow } from "./chain";
import { differs, Story } from "./story";

/** What a log of receipts was found to be. */
export type Verdict = {
  /** None: everything is as it was written. */
  findings: Finding[];
  rows: number;
  head: { seq: number; hash: string };
  receipts: number;
  /** Receipts by the state they are in. */
  counts: Map<string, number>;
  /** Ids of presses of which it is not known whether they had an effect. */
  unknown: string[];
};

const BATCH = 5000;
const ROWS = `select seq::float8 as seq, kind, receipt_id as "receiptId", step, entry::text as entry,
  previous_hash as "previousHash", hash from receipt_log where seq > $1 order by seq limit ${BATCH}`;
const RECEIPTS = `select id::text as id, to_jsonb(receipts)::text as receipt from receipts where seq > $1 order by seq limit ${BATCH}`;
const RECEIPTS_AFTER = `select coalesce(max(seq), $1)::float8 as seq from (select seq from receipts where seq > $1 order by seq limit ${BATCH}) as batch`;

/** Reads the whole log and proves it: chain, anchors, steps, and that the receipts are what the log says. Changes nothing. */
export async function verifyLog(databaseUrl: string, anchors: Anchors | undefined): Promise<Verdict> {
  const client = new Client({ connectionString: databaseUrl, application_name: "pipedeck verify" });
  await client.connect();
  try {
    // One picture of everything, however much is pressed meanwhile.
    await client.query("begin transaction isolation level repeatable read read only");
    return await verifyOn(client, anchors);
  } finally {
    await client.end();
  }
}

/** The same on a connection that is in a transaction. */
export async function verifyOn(client: Client, anchors: Anchors | undefined): Promise<Verdict> {
  await client.query("set local timezone = 'UTC'");
  const chain = new Chain();
  const story = new Story();
  const anchored: Finding[] = [];
  for await (const row of logRows(client)) {
    chain.add(row);
    story.add(row);
    const hashes = anchors?.bySeq.get(row.seq);
    if (hashes && !(hashes.size === 1 && hashes.has(row.hash)))
      anchored.push({ seq: row.seq, what: `row ${row.seq} is not the one that was anchored` });
  }
  const { head } = chain;
  if (anchors && anchors.last > head.seq)
    anchored.push({
      seq: head.seq,
      what: `the log ends at row ${head.seq}, and row ${anchors.last} was anchored: its tail was cut`,
    });
  const compared = await compare(client, story);
  return {
    findings: [...chain.findings, ...anchored, ...story.findings, ...compared.findings],
    rows: head.seq,
    head,
    receipts: compared.receipts,
    counts: story.counts(),
    unknown: [...story.presses].filter(([, { step }]) => step === "unknown").map(([id]) => id),
  };
}

async function* logRows(client: Client): AsyncGenerator<LogRow> {
  let after = -1;
  for (;;) {
    const { rows } = await client.query<LogRow>(ROWS, [after]);
    yield* rows;
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < BATCH) return;
  }
}

async function compare(client: Client, story: Story): Promise<{ findings: Finding[]; receipts: number }> {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let after = -1;
  for (;;) {
    const { rows } = await client.query<{ id: string; receipt: string }>(RECEIPTS, [after]);
    for (const { id, receipt } of rows) {
      seen.add(id);
      const logged = story.presses.get(id);
      const column = logged && differs(receipt, logged.entry);
      if (!logged) findings.push({ seq: 0, what: `receipt ${id} is not in the log` });
      else if (column !== undefined)
        findings.push({ seq: logged.seq, what: `receipt ${id} has another ${column} than the log says` });
    }
    const { rows: next } = await client.query<{ seq: number }>(RECEIPTS_AFTER, [after]);
    if (rows.length < BATCH) break;
    after = next[0]?.seq ?? after;
  }
  for (const [id, { seq }] of story.presses)
    if (!seen.has(id)) findings.push({ seq, what: `receipt ${id} of the log is gone` });
  return { findings, receipts: seen.size };
}
