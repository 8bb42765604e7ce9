import pg from "pg";

/**
 * Has the store keep the executions of its one pipeline `times` over, each time as those of another pipeline; answers how
 * many there are. What they are found by is made anew in the end: word by word it would take an hour.
 */
export async function growIndex(database: string, times: number): Promise<number> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    await client.query("drop index executions_words");
    for (let copy = 1; copy < times; copy += 1) {
      await client.query(
        `insert into executions (target, pipeline, id, started_at, updated_at, status, execution_mode, execution_type,
           rollback_of, trigger_type, trigger_text, triggered_by, stop_reason, revisions, ran, words)
         select target, pipeline || $1, id, started_at, updated_at, status, execution_mode, execution_type, rollback_of,
           trigger_type, trigger_text, triggered_by, stop_reason, revisions, ran,
           ts_delete(words, 'p=' || target || '/' || pipeline)
             || array_to_tsvector(array['p=' || target || '/' || pipeline || $1])
         from executions where pipeline not like '%#%'`,
        [`#${copy}`],
      );
    }
    await client.query(
      "create index executions_words on executions using gin (words) with (fastupdate = false)",
    );
    await client.query("vacuum analyze executions");
    const { rows } = await client.query<{ count: number }>("select count(*)::int as count from executions");
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}
