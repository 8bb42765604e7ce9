import { Client } from "pg";
import { removePostgres, startPostgres } from "../../postgres/start-postgres";
import type { Shutdown } from "../../processes/shutdown";
import type { Anchors } from "../../receipts/anchors";
import { verifyOn } from "../../receipts/verify-log";
import type { Fact } from "../../replicas/facts";
import { must, until } from "../../replicas/until";
import { Random } from "../clicks/random";
import { temporaryFolder } from "../temporary-folder";
import { CHANGES } from "./changes";
import { migrateByHand, pressByHand } from "./hand-made-log";

const RECEIPTS = 60;
const CLEAN_RUNS = 100;

/** Whoever changes rows, past every trigger, is found out; who changes nothing is not accused. */
export async function tamperFacts(shutdown: Shutdown, mutations: number): Promise<Fact[]> {
  const dataDir = temporaryFolder(shutdown, "pipedeck-tamper-");
  shutdown.add(() => removePostgres(dataDir));
  const database = await startPostgres({ dataDir, throwaway: true });
  const client = new Client({ connectionString: database.url });
  await client.connect();
  shutdown.add(() => client.end());
  const anchors: Anchors = { bySeq: new Map(), last: 0 };
  client.on("notification", ({ payload }) => {
    const { seq, hash }: { seq: number; hash: string } = JSON.parse(payload ?? "");
    anchors.bySeq.set(seq, new Set([hash]));
    anchors.last = Math.max(anchors.last, seq);
  });
  const random = new Random(1);

  const inTransaction = async <T>(work: () => Promise<T>): Promise<T> => {
    await client.query("begin");
    try {
      return await work();
    } finally {
      await client.query("rollback");
    }
  };

  return [
    {
      name: "a log of presses that ended in every way, anchored as it was written",
      run: async () => {
        await migrateByHand(client);
        await client.query("listen pipedeck_receipts");
        for (let index = 0; index < RECEIPTS; index += 1) await pressByHand(client, index);
        const { rows } = await client.query<{ rows: number }>(
          "select count(*)::int as rows from receipt_log",
        );
        const count = rows[0]?.rows ?? 0;
        await until("every row anchored", 10_000, async () => {
          await client.query("select 1");
          return anchors.last === count;
        });
        return `${count} rows of ${RECEIPTS} receipts`;
      },
    },
    {
      name: `${CLEAN_RUNS} looks at it as it is: no alarm`,
      run: async () => {
        for (let index = 0; index < CLEAN_RUNS; index += 1) {
          const { findings } = await inTransaction(() => verifyOn(client, anchors));
          must(findings.length === 0, findings[0]?.what ?? "");
        }
        return "";
      },
    },
    ...CHANGES.map((change) => ({
      name: `${change.name}: found every time`,
      run: async () => {
        const times = Math.ceil(mutations / CHANGES.length);
        let example = "";
        for (let index = 0; index < times; index += 1) {
          const sql = change.sql(random, anchors.last);
          const { findings } = await inTransaction(async () => {
            await client.query("set local session_replication_role = replica");
            await client.query(sql);
            return await verifyOn(client, anchors);
          });
          must(findings.length > 0, `not found: ${sql}`);
          example = findings[0]?.what ?? "";
        }
        return `${times} of ${times}, for example: ${example}`;
      },
    })),
  ];
}
