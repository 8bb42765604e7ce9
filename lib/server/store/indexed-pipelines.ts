import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { PipelinePlace } from "./executions";
import { db } from "./store";
import { stored } from "./stored";
import { indexedPipelines } from "./tables/indexed-pipelines";

/** How far back the executions of a pipeline are kept without a gap. */
export interface IndexReach {
  /** Start of the newest that was listed; null when there was none. */
  newestMs: number | null;
  /** Start of the oldest of the unbroken row; null when there is none. */
  backToMs: number | null;
  /** AWS's token of the page behind it; null with `complete` false: its newest page is to be read first. */
  nextToken: string | null;
  complete: boolean;
}

/** What is known of one pipeline; undefined when nothing was kept of it yet. Throws `store.unavailable`. */
export async function reachOf({ target, pipeline }: PipelinePlace): Promise<IndexReach | undefined> {
  const { target: of, pipeline: name } = indexedPipelines;
  const [row] = await stored(() =>
    db()
      .select()
      .from(indexedPipelines)
      .where(and(eq(of, target), eq(name, pipeline))),
  );
  return row && toReach(row);
}

/** What is known of the pipelines of a target, by name. Throws `store.unavailable`. */
export async function reachesOf(target: string): Promise<Map<string, IndexReach>> {
  const rows = await stored(() =>
    db().select().from(indexedPipelines).where(eq(indexedPipelines.target, target)),
  );
  return new Map(rows.map((row) => [row.pipeline, toReach(row)]));
}

/** Notes how far back pipelines of a target are kept by now. Throws `store.unavailable`. */
export async function keepReaches(target: string, reaches: ReadonlyMap<string, IndexReach>): Promise<void> {
  if (reaches.size === 0) return;
  const rows = [...reaches].map(([pipeline, reach]) => ({
    target,
    pipeline,
    newestAt: toDate(reach.newestMs),
    backTo: toDate(reach.backToMs),
    nextToken: reach.nextToken,
    complete: reach.complete,
  }));
  const { newestAt, backTo, nextToken, complete } = indexedPipelines;
  const told = (column: { name: string }) => sql.raw(`excluded.${column.name}`);
  await stored(() =>
    db()
      .insert(indexedPipelines)
      .values(rows)
      .onConflictDoUpdate({
        target: [indexedPipelines.target, indexedPipelines.pipeline],
        set: {
          newestAt: told(newestAt),
          backTo: told(backTo),
          nextToken: told(nextToken),
          complete: told(complete),
          changedAt: sql`now()`,
        },
      }),
  );
}

function toReach(row: typeof indexedPipelines.$inferSelect): IndexReach {
  return {
    newestMs: row.newestAt?.getTime() ?? null,
    backToMs: row.backTo?.getTime() ?? null,
    nextToken: row.nextToken,
    complete: row.complete,
  };
}

function toDate(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}
