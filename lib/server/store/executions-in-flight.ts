import "server-only";
import { sql } from "drizzle-orm";
import { queryOf } from "./execution-search";
import { KEPT_COLUMNS, type KeptExecution, type PipelinePlace, startedOrEpoch, toKept } from "./executions";
import { db } from "./store";
import { stored } from "./stored";
import { executions } from "./tables/executions";

const IN_FLIGHT = [{ words: ["s=inprogress", "s=stopping"], begins: false }];

/** Executions of a target that had not ended when they were last seen, the oldest first. Throws `store.unavailable`. */
export async function executionsInFlight(
  target: string,
  limit: number,
): Promise<Array<PipelinePlace & KeptExecution>> {
  const rows = await stored(() =>
    db()
      .select(KEPT_COLUMNS)
      .from(executions)
      .where(sql`${executions.words} @@ ${queryOf(IN_FLIGHT)} and ${executions.target} = ${target}`)
      .orderBy(sql`${startedOrEpoch}`, executions.id)
      .limit(limit),
  );
  return rows.map((row) => ({ target: row.target, pipeline: row.pipeline, ...toKept(row) }));
}
