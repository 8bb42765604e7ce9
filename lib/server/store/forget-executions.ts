import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type PipelinePlace, startedOrEpoch } from "./executions";
import { db } from "./store";
import { stored } from "./stored";
import { executions } from "./tables/executions";

/** Rows of one statement, and what lies between two, so that nobody else waits for them. */
const AT_ONCE = 500;
const PAUSE_MS = 100;

/**
 * Forgets the executions of a pipeline that started before, a few at a time. Throws `store.unavailable`.
 *
 * @param wanted asked between two statements: false ends it
 */
export async function forgetExecutions(
  { target, pipeline }: PipelinePlace,
  beforeMs: number,
  wanted: () => boolean = () => true,
): Promise<void> {
  const before = new Date(beforeMs).toISOString();
  while (wanted()) {
    const { rowCount } = await stored(() =>
      db().execute(sql`
        delete from ${executions} where ctid = any(array(
          select ctid from ${executions}
          where ${executions.target} = ${target} and ${executions.pipeline} = ${pipeline}
            and ${startedOrEpoch} < ${before} and ${executions.startedAt} is not null
          limit ${AT_ONCE}))`),
    );
    if ((rowCount ?? 0) < AT_ONCE) return;
    await sleep(PAUSE_MS, undefined, { ref: false });
  }
}
