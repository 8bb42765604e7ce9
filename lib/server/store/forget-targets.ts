import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, not, notExists, notInArray, sql } from "drizzle-orm";
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
    // Whoever watches the target again meanwhile keeps what is left. First goes what says how much is kept.
    for (const table of [indexedPipelines, pipelineTags])
      await stored(() =>
        db()
          .delete(table)
          .where(and(eq(table.target, target), isUnwatched(target))),
      );
    const isDone = await forgetExecutions(target, wanted);
    if (!isDone && !wanted()) return;
    if (!isDone) continue;
    const { target: watched } = targetWatches;
    const { target: of } = pipelineSnapshots;
    await stored(() =>
      db().transaction(async (forget) => {
        await forget.delete(targetWatches).where(and(eq(watched, target), unbeaten));
        await forget.delete(pipelineSnapshots).where(and(eq(of, target), isUnwatched(target)));
      }),
    );
  }
}

/** The row of a target that nobody watched for 30 days. */
const unbeaten = sql`coalesce(${targetWatches.beatAt} < now() - interval '30 days', true)`;

/** Whether nobody watched a target for 30 days, as part of a statement: minutes may lie between two. */
function isUnwatched(target: string) {
  const { target: of } = targetWatches;
  return notExists(
    db()
      .select({ of })
      .from(targetWatches)
      .where(and(eq(of, target), not(unbeaten))),
  );
}

/** Also those of which an older version forgot no more than that they were watched. */
async function goneTargets(configured: readonly string[]): Promise<string[]> {
  const { target } = targetWatches;
  const gone = db()
    .select({ target })
    .from(targetWatches)
    .where(and(notInArray(target, [...configured]), unbeaten));
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

/** False when it was no longer wanted before it was done, or the target is watched again. */
async function forgetExecutions(target: string, wanted: () => boolean): Promise<boolean> {
  while (wanted()) {
    const { rowCount } = await stored(() =>
      db().execute(sql`
        delete from ${executions} where ctid = any(array(
          select ctid from ${executions} where ${executions.target} = ${target} and ${isUnwatched(target)}
          limit ${AT_ONCE}))`),
    );
    if ((rowCount ?? 0) < AT_ONCE) {
      // Another process may have deleted the same rows just now.
      const { isLeft, isWatched } = await standing(target);
      if (isWatched || !isLeft) return !isWatched;
    }
    await sleep(PAUSE_MS, undefined, { ref: false });
  }
  return false;
}

/** Whether there are executions of a target, and whether it is watched again. */
async function standing(target: string): Promise<{ isLeft: boolean; isWatched: boolean }> {
  const { rows } = await stored(() =>
    db().execute<{ isLeft: boolean; isWatched: boolean }>(sql`
      select exists(select from ${executions} where ${executions.target} = ${target}) as "isLeft",
        not ${isUnwatched(target)} as "isWatched"`),
  );
  return rows[0] ?? { isLeft: false, isWatched: true };
}
