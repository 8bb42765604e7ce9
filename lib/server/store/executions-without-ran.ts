import "server-only";
import { sql } from "drizzle-orm";
import { KEPT_COLUMNS, type KeptExecution, type PipelinePlace, startedOrEpoch, toKept } from "./executions";
import { db } from "./store";
import { stored } from "./stored";
import { executions } from "./tables/executions";

export const ENDED = sql`${executions.status} in ('Succeeded', 'Failed', 'Stopped', 'Superseded', 'Cancelled')`;

/** How many executions of a pipeline have ended of which it is not known who made them. Throws `store.unavailable`. */
export async function countWithoutRan({ target, pipeline }: PipelinePlace): Promise<number> {
  return await stored(() =>
    db().$count(
      executions,
      sql`${executions.target} = ${target} and ${executions.pipeline} = ${pipeline}
        and ${executions.ran} is null and ${ENDED}`,
    ),
  );
}

/** Executions of a pipeline that have ended and of which it is not known how far they came, newest first. Throws `store.unavailable`. */
export async function executionsWithoutRan(
  { target, pipeline }: PipelinePlace,
  limit: number,
): Promise<KeptExecution[]> {
  const rows = await stored(() =>
    db()
      .select(KEPT_COLUMNS)
      .from(executions)
      .where(
        sql`${executions.target} = ${target} and ${executions.pipeline} = ${pipeline}
          and ${executions.ran} is null and ${ENDED}`,
      )
      .orderBy(sql`${startedOrEpoch} desc`, sql`${executions.id} desc`)
      .limit(limit),
  );
  return rows.map(toKept);
}
