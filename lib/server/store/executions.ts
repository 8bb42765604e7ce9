import "server-only";
import { getTableColumns, sql } from "drizzle-orm";
import type { UnplacedExecution } from "@/lib/domain/execution-place";
import { executionWords } from "@/lib/domain/history-filter";
import type { Instant } from "@/lib/domain/instant";
import type { Standing } from "@/lib/domain/standing";
import { db } from "./store";
import { stored } from "./stored";
import { executions } from "./tables/executions";

type Row = typeof executions.$inferSelect;

/** A pipeline of a target. */
export interface PipelinePlace {
  target: string;
  pipeline: string;
}

/** An execution of a pipeline as it was seen. */
export interface SeenRow extends PipelinePlace {
  execution: UnplacedExecution;
  /** Words of it beyond those of what is shown, such as those of the whole message. */
  moreWords?: readonly string[];
  /** Standing of the stages it entered, where its actions were read. */
  ran?: Record<string, Standing>;
  /** When its last action in a stage ended, where `ran` is known. */
  ended?: Record<string, Instant>;
}

/** An execution out of the store, and how far it came, where that is known. */
export interface KeptExecution {
  execution: UnplacedExecution;
  ran: ReadonlyMap<string, Standing> | undefined;
  /** When its last action in a stage ended, by stage, as far as that is known. */
  ended?: ReadonlyMap<string, Instant>;
}

const { words: _words, ...columns } = getTableColumns(executions);

/** What `toKept` takes: all of a row but its words, which are many and only for finding it. */
export const KEPT_COLUMNS = columns;

/** The order of the index: newest first. */
export const startedOrEpoch = sql`coalesce(${executions.startedAt}, 'epoch')`;

/**
 * Keeps executions as they were seen, in one statement; one that is known already is replaced only by what AWS changed
 * later, or by what knows more of it: authors, and how far it came. Nobody waits for the disk. Throws `store.unavailable`.
 */
export async function keepExecutions(rows: readonly SeenRow[]): Promise<void> {
  // A statement must not meet one row twice: the last word counts.
  const byKey = new Map(
    rows.map((row) => [JSON.stringify([row.target, row.pipeline, row.execution.id]), row]),
  );
  const unique = [...byKey.values()];
  if (unique.length === 0) return;
  const column = (of: (row: SeenRow) => string | null | undefined) =>
    sql.param(unique.map((row) => of(row) ?? null));
  const hasAuthors = (of: string) => sql.raw(`${of}.revisions::text like '%"author":%'`);
  await stored(() =>
    db().execute(sql`
      with kept as (
        insert into ${executions} as known
          (target, pipeline, id, started_at, updated_at, status, execution_mode, execution_type, rollback_of,
           trigger_type, trigger_text, triggered_by, stop_reason, revisions, ran, ended, words)
        select target, pipeline, id, started_at, updated_at, status, execution_mode, execution_type, rollback_of,
           trigger_type, trigger_text, triggered_by, stop_reason, revisions, ran, ended,
           array_to_tsvector(array(select json_array_elements_text(words)))
        from unnest(
          ${column(({ target }) => target)}::text[],
          ${column(({ pipeline }) => pipeline)}::text[],
          ${column(({ execution }) => execution.id)}::text[],
          ${column(({ execution }) => execution.startedAt)}::timestamptz[],
          ${column(({ execution }) => execution.updatedAt)}::timestamptz[],
          ${column(({ execution }) => execution.status)}::text[],
          ${column(({ execution }) => execution.executionMode)}::text[],
          ${column(({ execution }) => execution.executionType)}::text[],
          ${column(({ execution }) => execution.rollbackOf)}::text[],
          ${column(({ execution }) => execution.trigger?.type)}::text[],
          ${column(({ execution }) => execution.trigger?.text)}::text[],
          ${column(({ execution }) => execution.trigger?.by)}::text[],
          ${column(({ execution }) => execution.stopReason)}::text[],
          ${column(({ execution }) => JSON.stringify(execution.revisions))}::json[],
          ${column(({ ran }) => ran && JSON.stringify(ran))}::json[],
          ${column(({ ended }) => ended && JSON.stringify(ended))}::json[],
          ${column((row) => JSON.stringify(wordsOf(row)))}::json[]
        ) as seen (target, pipeline, id, started_at, updated_at, status, execution_mode, execution_type, rollback_of,
           trigger_type, trigger_text, triggered_by, stop_reason, revisions, ran, ended, words)
        on conflict (target, pipeline, id) do update set
          started_at = excluded.started_at, updated_at = excluded.updated_at, status = excluded.status,
          execution_mode = excluded.execution_mode, execution_type = excluded.execution_type,
          rollback_of = excluded.rollback_of, trigger_type = excluded.trigger_type,
          trigger_text = excluded.trigger_text,
          triggered_by = coalesce(excluded.triggered_by, known.triggered_by),
          stop_reason = excluded.stop_reason,
          revisions = case when ${hasAuthors("known")} and not ${hasAuthors("excluded")}
            then known.revisions else excluded.revisions end,
          ran = case when (excluded.updated_at, excluded.status) is distinct from (known.updated_at, known.status)
            then excluded.ran else coalesce(excluded.ran, known.ran) end,
          ended = case when (excluded.updated_at, excluded.status) is distinct from (known.updated_at, known.status)
            then excluded.ended else coalesce(excluded.ended, known.ended) end,
          words = ts_delete(known.words, 's=' || lower(known.status)) || excluded.words,
          seen_at = now()
        where coalesce(excluded.updated_at, 'epoch') >= coalesce(known.updated_at, 'epoch')
          and ((excluded.updated_at, excluded.status, json_array_length(excluded.revisions))
              is distinct from (known.updated_at, known.status, json_array_length(known.revisions))
            or (${hasAuthors("excluded")} and not ${hasAuthors("known")})
            or (excluded.ran is not null and excluded.ran::text is distinct from known.ran::text)
            or (excluded.ended is not null and known.ended is null)
            or known.words = ''::tsvector)
        returning 1
      )
      select set_config('synchronous_commit', 'off', true), count(*) from kept`),
  );
}

/** The word that every execution of a pipeline has, so that words of it are looked for in it alone. */
export function pipelineWord({ target, pipeline }: PipelinePlace): string {
  return `p=${target}/${pipeline}`;
}

function wordsOf({ execution, moreWords = [], ...place }: SeenRow): string[] {
  return [...new Set([pipelineWord(place), ...executionWords(execution), ...moreWords])];
}

/**
 * The executions of a pipeline that started within a span, newest first, and besides these those named by id; at most 500.
 * Throws `store.unavailable`.
 */
export async function executionsWithin(
  { target, pipeline }: PipelinePlace,
  span: { from: Instant; to: Instant; ids: readonly string[] },
): Promise<KeptExecution[]> {
  const { id, startedAt } = executions;
  const at = sql`${executions.target} = ${target} and ${executions.pipeline} = ${pipeline}`;
  const rows = await stored(() =>
    db()
      .select()
      .from(executions)
      .where(
        sql`${at} and ((${startedOrEpoch} between ${span.from} and ${span.to} and ${startedAt} is not null)
          or ${id} = any(${sql.param(span.ids)}::text[]))`,
      )
      .orderBy(sql`${startedOrEpoch} desc`, sql`${id} desc`)
      .limit(500),
  );
  return rows.map(toKept);
}

/** A row of the table as the domain has it. */
export function toKept(row: Omit<Row, "words">): KeptExecution {
  const given = <T>(value: T | null) => value ?? undefined;
  const { triggerType, triggerText } = row;
  return {
    execution: {
      id: row.id,
      status: row.status,
      startedAt: row.startedAt?.toISOString(),
      updatedAt: row.updatedAt?.toISOString(),
      revisions: row.revisions,
      trigger:
        triggerType === null
          ? undefined
          : { type: triggerType, text: triggerText ?? triggerType, by: given(row.triggeredBy) },
      stopReason: given(row.stopReason),
      executionMode: given(row.executionMode),
      executionType: row.executionType,
      rollbackOf: given(row.rollbackOf),
    },
    ran: row.ran === null ? undefined : new Map(Object.entries(row.ran)),
    ...(row.ended && { ended: new Map(Object.entries(row.ended)) }),
  };
}
