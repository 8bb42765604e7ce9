import "server-only";
import { sql } from "drizzle-orm";
import { KEPT_COLUMNS, type KeptExecution, type PipelinePlace, startedOrEpoch, toKept } from "./executions";
import { db } from "./store";
import { stored } from "./stored";
import { executions } from "./tables/executions";

const MOST = 20;

/** The newest rollbacks that brought the revisions of an execution back, newest first. Throws `store.unavailable`. */
export async function rollbacksTo({ target, pipeline }: PipelinePlace, id: string): Promise<KeptExecution[]> {
  const rows = await stored(() =>
    db()
      .select(KEPT_COLUMNS)
      .from(executions)
      .where(
        sql`${executions.target} = ${target} and ${executions.pipeline} = ${pipeline}
          and ${executions.rollbackOf} = ${id}`,
      )
      .orderBy(sql`${startedOrEpoch} desc`, sql`${executions.id} desc`)
      .limit(MOST),
  );
  return rows.map(toKept);
}
