import "server-only";
import { getTableColumns, sql } from "drizzle-orm";
import { type KeptExecution, type PipelinePlace, startedOrEpoch, toKept } from "./executions";
import { db } from "./store";
import { stored } from "./stored";
import { executions } from "./tables/executions";

const { words: _words, ...SHOWN } = getTableColumns(executions);
const ENDED = sql`${executions.status} in ('Succeeded', 'Failed', 'Stopped', 'Superseded', 'Cancelled')`;

/** Executions of a pipeline that have ended and of which it is not known how far they came, newest first. Throws `store.unavailable`. */
export async function executionsWithoutRan(
  { target, pipeline }: PipelinePlace,
  limit: number,
): Promise<KeptExecution[]> {
  const rows = await stored(() =>
    db()
      .select(SHOWN)
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
