import "server-only";
import { and, desc, eq, gte, inArray, lte, or, sql } from "drizzle-orm";
import type { UnplacedExecution } from "@/lib/domain/execution-place";
import type { Instant } from "@/lib/domain/instant";
import { db } from "./store";
import { stored } from "./stored";
import { executions } from "./tables/executions";

type Row = typeof executions.$inferSelect;

/** An execution of a pipeline as it was seen. */
export interface SeenRow {
  target: string;
  pipeline: string;
  execution: UnplacedExecution;
}

/**
 * Keeps executions as they were seen, in one statement; one that is known already is replaced only by what AWS changed
 * later. Nobody waits for the disk. Throws `store.unavailable`.
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
  await stored(() =>
    db().execute(sql`
      with kept as (
        insert into ${executions} as known
          (target, pipeline, id, started_at, updated_at, status, execution_mode, execution_type, rollback_of,
           trigger_type, trigger_text, triggered_by, stop_reason, revisions)
        select * from unnest(
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
          ${column(({ execution }) => JSON.stringify(execution.revisions))}::json[]
        )
        on conflict (target, pipeline, id) do update set
          started_at = excluded.started_at, updated_at = excluded.updated_at, status = excluded.status,
          execution_mode = excluded.execution_mode, execution_type = excluded.execution_type,
          rollback_of = excluded.rollback_of, trigger_type = excluded.trigger_type,
          trigger_text = excluded.trigger_text, triggered_by = excluded.triggered_by,
          stop_reason = excluded.stop_reason, revisions = excluded.revisions, seen_at = now()
        where coalesce(excluded.updated_at, 'epoch') >= coalesce(known.updated_at, 'epoch')
          and (excluded.updated_at, excluded.status, excluded.revisions::text)
            is distinct from (known.updated_at, known.status, known.revisions::text)
        returning 1
      )
      select set_config('synchronous_commit', 'off', true), count(*) from kept`),
  );
}

/**
 * The executions of a pipeline that started within a span, newest first, and besides these those named by id; at most 500.
 * Throws `store.unavailable`.
 */
export async function executionsWithin(
  { target, pipeline }: { target: string; pipeline: string },
  span: { from: Instant; to: Instant; ids: readonly string[] },
): Promise<UnplacedExecution[]> {
  const { startedAt } = executions;
  const within = and(gte(startedAt, new Date(span.from)), lte(startedAt, new Date(span.to)));
  const named = span.ids.length === 0 ? undefined : inArray(executions.id, [...span.ids]);
  const rows = await stored(() =>
    db()
      .select()
      .from(executions)
      .where(and(eq(executions.target, target), eq(executions.pipeline, pipeline), or(within, named)))
      .orderBy(desc(startedAt))
      .limit(500),
  );
  return rows.map(toExecution);
}

function toExecution(row: Row): UnplacedExecution {
  const given = <T>(value: T | null) => value ?? undefined;
  const { triggerType, triggerText } = row;
  return {
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
  };
}
