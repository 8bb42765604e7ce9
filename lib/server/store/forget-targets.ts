import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, isNull, lt, notInArray, or, sql } from "drizzle-orm";
import { db } from "./store";
import { stored } from "./stored";
import { executions } from "./tables/executions";
import { indexedPipelines } from "./tables/indexed-pipelines";
import { pipelineSnapshots } from "./tables/pipeline-snapshots";
import { pipelineTags } from "./tables/pipeline-tags";
import { targetWatches } from "./tables/target-watches";

/** Rows of one statement, and what lies between two, so that nobody else waits for them. */
const AT_ONCE = 500;
const PAUSE_MS = 100;

/**
 * Deletes what is known of targets that the configuration does not name and nobody watched for 30 days; presses and their
 * log stay. Takes its time where there is much. Throws `store.unavailable`.
 *
 * @param wanted asked between two statements: false ends it
 */
export async function forgetTargets(
  configured: readonly string[],
  wanted: () => boolean = () => true,
): Promise<void> {
  for (const target of await goneTargets(configured)) {
    // First what says how much is kept: whoever watches the target again meanwhile begins anew.
    await stored(() => db().delete(indexedPipelines).where(eq(indexedPipelines.target, target)));
    await stored(() => db().delete(pipelineTags).where(eq(pipelineTags.target, target)));
    if (!(await forgetExecutions(target, wanted))) return;
    await stored(() =>
      db().transaction(async (forget) => {
        await forget.delete(pipelineSnapshots).where(eq(pipelineSnapshots.target, target));
        await forget.delete(targetWatches).where(eq(targetWatches.target, target));
      }),
    );
  }
}

/** Also those of which an older version forgot no more than that they were watched. */
async function goneTargets(configured: readonly string[]): Promise<string[]> {
  const { target, beatAt } = targetWatches;
  const gone = db()
    .select({ target })
    .from(targetWatches)
    .where(
      and(
        notInArray(target, [...configured]),
        or(isNull(beatAt), lt(beatAt, sql`now() - interval '30 days'`)),
      ),
    );
  const unwatched = (table: typeof indexedPipelines | typeof pipelineTags) =>
    db()
      .select({ target: table.target })
      .from(table)
      .where(
        and(
          notInArray(table.target, [...configured]),
          notInArray(table.target, db().select({ target }).from(targetWatches)),
        ),
      );
  const rows = await stored(() => gone.union(unwatched(indexedPipelines)).union(unwatched(pipelineTags)));
  return rows.map((row) => row.target);
}

/** False when it was no longer wanted before it was done. */
async function forgetExecutions(target: string, wanted: () => boolean): Promise<boolean> {
  while (wanted()) {
    const { rowCount } = await stored(() =>
      db().execute(sql`
        delete from ${executions} where ctid = any(array(
          select ctid from ${executions} where ${executions.target} = ${target} limit ${AT_ONCE}))`),
    );
    if ((rowCount ?? 0) < AT_ONCE) return true;
    await sleep(PAUSE_MS, undefined, { ref: false });
  }
  return false;
}
