import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { WordedError } from "../../scripts/processes/worded-error";
import { readJson } from "../../scripts/testing/session";
import type { Application } from "./application";

type Rows = { items: { asOf: string | null }[] };

/**
 * Waits until the application has read each of `count` pipelines, and more than the glance that it takes of all of them
 * first: until then it reads as often as AWS and the machine allow, and what is measured shares the processors with that.
 */
export async function untilRead(app: Application, count: number, limitMs: number): Promise<void> {
  const deadline = performance.now() + limitMs;
  const missing = async () => count - Math.min(await shownOf(app), await readInFull(app));
  for (let left = await missing(); left > 0; left = await missing()) {
    if (performance.now() > deadline)
      throw new WordedError(
        `The application read ${count - left} of ${count} pipelines within ${Math.round(limitMs / 1000)} s.`,
      );
    await delay(1000);
  }
}

async function shownOf({ url, session }: Application): Promise<number> {
  const { items } = await readJson<Rows>(url, session, "/api/pipelines");
  return items.filter(({ asOf }) => asOf !== null).length;
}

async function readInFull({ database }: Application): Promise<number> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>(
      "select count(*)::int as count from pipeline_snapshots where depth is not null",
    );
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}
