import "server-only";
import { sql } from "drizzle-orm";
import type { Instant } from "@/lib/domain/instant";
import { queryOf } from "./execution-search";
import { db } from "./store";
import { stored } from "./stored";
import { executions } from "./tables/executions";

/** Seven characters of a random id are hardly ever those of two: more than this were made alike. */
const MOST = 200;

/** An execution that was found by its id. */
export interface ExecutionById {
  target: string;
  pipeline: string;
  id: string;
  status: string;
  startedAt?: Instant;
}

/** Executions of all targets whose id, in small letters, begins so, the latest first. Throws `store.unavailable`. */
export async function executionsByIdStart(start: string): Promise<ExecutionById[]> {
  const { target, pipeline, id, status, startedAt, words } = executions;
  const isWord = sql`${words} @@ ${queryOf([{ words: [start], begins: true }])}`;
  const rows = await stored(() =>
    db()
      .select({ target, pipeline, id, status, startedAt })
      .from(executions)
      .where(sql`${isWord} and starts_with(lower(${id}), ${start})`)
      .orderBy(sql`${startedAt} desc nulls last`)
      .limit(MOST),
  );
  return rows.map(({ startedAt: at, ...row }) => ({ ...row, startedAt: at?.toISOString() }));
}
