import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { filterTerms } from "@/lib/domain/history-filter";
import { queryOf } from "./execution-search";
import { KEPT_COLUMNS, type KeptExecution, type PipelinePlace, startedOrEpoch, toKept } from "./executions";
import { ENDED } from "./executions-without-ran";
import { db } from "./store";
import { stored } from "./stored";
import { executions } from "./tables/executions";
import { indexedPipelines } from "./tables/indexed-pipelines";

/** The newest of all are looked at one by one: whatever many have is soon found there. What is rare is found by its words. */
const NEAR_ROWS = 3000;
/** Beginnings as short as this lead to too many words. */
const SHORT = 3;
const MOST_UNREAD = 500;

const order = [sql`${startedOrEpoch} desc`, sql`${executions.id} desc`] as const;

/** An execution, and where it ran. */
export type PlacedExecution = PipelinePlace & KeptExecution;

/** Places to look in: all pipelines of these targets, or these pipelines alone. */
export type Places = { targets: readonly string[] } | { pipelines: readonly PipelinePlace[] };

/**
 * Executions of any pipeline in these places that have all words of a question, newest first. Throws `store.unavailable`.
 */
export async function findAnywhere(
  question: string,
  places: Places,
  limit: number,
): Promise<PlacedExecution[]> {
  const terms = filterTerms({ q: question });
  if (terms === null) return [];
  const wanted = sql`strip(${executions.words}) @@ ${queryOf(terms)}`;
  const at = within(places, executions);
  const near = await nearBound();
  const isNear = near === undefined ? [] : [sql`${startedOrEpoch} >= ${near}`];
  const found = await select([at, wanted, ...isNear], limit);
  if (near === undefined || found.length >= limit) return found;
  const leading = terms.filter(({ words }) => words.every((word) => word.length > SHORT));
  const led = leading.length > 0 ? leading : terms;
  const far = await select(
    [at, sql`${executions.words} @@ ${queryOf(led)}`, wanted, sql`${startedOrEpoch} < ${near}`],
    limit - found.length,
  );
  return [...found, ...far];
}

/** How many pipelines of these places are kept as far back as is wanted. Throws `store.unavailable`. */
export async function countIndexed(places: Places): Promise<number> {
  const { rows } = await stored(() =>
    db().execute(
      sql`select count(*)::int as known from ${indexedPipelines}
        where ${indexedPipelines.complete} and ${within(places, indexedPipelines)}`,
    ),
  );
  return z.array(z.object({ known: z.number() })).parse(rows)[0]?.known ?? 0;
}

/** Pipelines with executions that have ended of which it is not known who made them: some, where there are many. Throws `store.unavailable`. */
export async function someUnread(places: Places): Promise<PipelinePlace[]> {
  return await stored(() =>
    db()
      .select({ target: executions.target, pipeline: executions.pipeline })
      .from(executions)
      .where(sql`${within(places, executions)} and ${executions.ran} is null and ${ENDED}`)
      .limit(MOST_UNREAD),
  );
}

async function nearBound(): Promise<string | undefined> {
  const [bound] = await stored(() =>
    db()
      .select({ at: sql<string>`${startedOrEpoch}` })
      .from(executions)
      .orderBy(...order)
      .offset(NEAR_ROWS)
      .limit(1),
  );
  return bound && new Date(bound.at).toISOString();
}

async function select(where: readonly SQL[], limit: number): Promise<PlacedExecution[]> {
  const rows = await stored(() =>
    db()
      .select(KEPT_COLUMNS)
      .from(executions)
      .where(sql.join([...where], sql` and `))
      .orderBy(...order)
      .limit(limit),
  );
  return rows.map((row) => ({ target: row.target, pipeline: row.pipeline, ...toKept(row) }));
}

function within(places: Places, table: typeof executions | typeof indexedPipelines): SQL {
  if ("targets" in places) return sql`${table.target} = any(${sql.param(places.targets)}::text[])`;
  const targets = sql.param(places.pipelines.map(({ target }) => target));
  const names = sql.param(places.pipelines.map(({ pipeline }) => pipeline));
  return sql`(${table.target}, ${table.pipeline}) in (select * from unnest(${targets}::text[], ${names}::text[]))`;
}
