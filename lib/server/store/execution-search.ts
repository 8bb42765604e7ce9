import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { filterTerms, type HistoryFilter, type WordTerm } from "@/lib/domain/history-filter";
import type { Instant } from "@/lib/domain/instant";
import {
  KEPT_COLUMNS,
  type KeptExecution,
  type PipelinePlace,
  pipelineWord,
  startedOrEpoch,
  toKept,
} from "./executions";
import { db } from "./store";
import { stored } from "./stored";
import { executions } from "./tables/executions";

/** The newest are looked at one by one: whatever many have is soon found there. What is rare is found by its words. */
const NEAR_ROWS = 1500;
/** Where no word leads anywhere, so many are looked at for one answer. */
const FAR_ROWS = 10_000;
/** Beginnings as short as this lead to too many words. */
const SHORT = 3;

/** Where a list goes on: after everything that started later, and after these that started in the same millisecond. */
export interface SearchPlace {
  startMs: number;
  ids: readonly string[];
}

/** What was found, newest first. */
export interface FoundExecutions {
  items: KeptExecution[];
  /** Everything that matches is among the items; otherwise the search goes on behind the last, or behind `searchedTo`. */
  complete: boolean;
  /** Start, epoch milliseconds, of the oldest that was looked at without finding so many as asked for. */
  searchedToMs?: number;
}

/**
 * Executions of one pipeline that a filter wants, newest first. Takes the same time however many executions of other
 * pipelines are kept. Throws `store.unavailable`.
 *
 * @param within the place to go on from, how many, and the start before which nothing is asked for
 */
export async function searchExecutions(
  place: PipelinePlace,
  filter: HistoryFilter,
  within: { after?: SearchPlace; limit: number; notBefore?: Instant },
): Promise<FoundExecutions> {
  const terms = filterTerms(filter);
  if (terms === null) return { items: [], complete: true };
  const span = spanOf(place, filter, within);
  const { limit } = within;
  if (terms.length === 0) return ended(await select(span, limit + 1), limit);
  const wanted = sql`strip(${executions.words}) @@ ${queryOf(terms)}`;
  const near = await boundOf(span, NEAR_ROWS);
  const found = await select([...span, wanted, ...from(near)], limit + 1);
  if (near === undefined || found.length > limit) return ended(found, limit);
  const leading = terms.filter((term) => !term.begins || term.words.every((word) => word.length > SHORT));
  const behind = before(near);
  if (leading.length > 0) {
    const led = queryOf([...leading, { words: [pipelineWord(place)], begins: false }]);
    const rest = sql`${executions.words} @@ ${led}`;
    const far = await select([...span, rest, wanted, behind], limit + 1 - found.length);
    return ended([...found, ...far], limit);
  }
  const end = await boundOf([...span, behind], FAR_ROWS);
  const far = await select([...span, wanted, behind, ...from(end)], limit + 1 - found.length);
  const all = ended([...found, ...far], limit);
  return all.complete && end ? { ...all, complete: false, searchedToMs: end.getTime() } : all;
}

function spanOf(
  { target, pipeline }: PipelinePlace,
  { from, to }: HistoryFilter,
  { after, notBefore }: { after?: SearchPlace; notBefore?: Instant },
): SQL[] {
  const oldest = [from, notBefore].flatMap((one) => one ?? []).sort((a, b) => Date.parse(b) - Date.parse(a));
  const span = [sql`${executions.target} = ${target}`, sql`${executions.pipeline} = ${pipeline}`];
  if (oldest[0] !== undefined) span.push(sql`${startedOrEpoch} >= ${instantOf(oldest[0])}`);
  if (to !== undefined)
    span.push(sql`${startedOrEpoch} <= ${instantOf(to)} and ${executions.startedAt} is not null`);
  if (after !== undefined) {
    const start = new Date(after.startMs).toISOString();
    span.push(sql`${startedOrEpoch} <= ${start}`);
    span.push(
      sql`not (${startedOrEpoch} = ${start} and ${executions.id} = any(${sql.param(after.ids)}::text[]))`,
    );
  }
  return span;
}

/** The start of the row this many behind the first of a span; undefined when there are no more. */
async function boundOf(span: readonly SQL[], rows: number): Promise<Date | undefined> {
  const [bound] = await stored(() =>
    db()
      .select({ at: sql<string>`${startedOrEpoch}` })
      .from(executions)
      .where(sql.join([...span], sql` and `))
      .orderBy(sql`${startedOrEpoch} desc`, sql`${executions.id} desc`)
      .offset(rows)
      .limit(1),
  );
  return bound && new Date(bound.at);
}

/** The row of a bound, and those of its millisecond, belong to the nearer part. */
function from(bound: Date | undefined): SQL[] {
  return bound === undefined ? [] : [sql`${startedOrEpoch} >= ${bound.toISOString()}`];
}

function before(bound: Date): SQL {
  return sql`${startedOrEpoch} < ${bound.toISOString()}`;
}

async function select(where: readonly SQL[], limit: number): Promise<KeptExecution[]> {
  const rows = await stored(() =>
    db()
      .select(KEPT_COLUMNS)
      .from(executions)
      .where(sql.join([...where], sql` and `))
      .orderBy(sql`${startedOrEpoch} desc`, sql`${executions.id} desc`)
      .limit(limit),
  );
  return rows.map(toKept);
}

function ended(found: readonly KeptExecution[], limit: number): FoundExecutions {
  return { items: found.slice(0, limit), complete: found.length <= limit };
}

function instantOf(text: Instant): string {
  return new Date(text).toISOString();
}

/** Terms as a tsquery: every word is quoted, so that none of its characters means anything. */
export function queryOf(terms: readonly WordTerm[]): SQL {
  const text = terms
    .map(({ words, begins }) => `(${words.map((word) => quoted(word) + (begins ? ":*" : "")).join(" | ")})`)
    .join(" & ");
  return sql`${text}::tsquery`;
}

function quoted(word: string): string {
  return `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
