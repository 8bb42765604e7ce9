import { Client } from "pg";
import { until } from "../../replicas/until";

/**
 * Makes PostgreSQL stand still whenever a receipt comes to one state: before that is committed. From outside, so that the
 * server needs no door for it.
 */
export async function holdStep(databaseUrl: string, state: string): Promise<void> {
  await run(
    databaseUrl,
    `create or replace function hold_step() returns trigger language plpgsql as $$
     begin if new.state = '${state}' then perform pg_sleep(3); end if; return new; end $$;
     create trigger hold_step before insert or update on receipts for each row execute function hold_step()`,
  );
}

/** Lets go, and waits until nothing stands still any more. */
export async function releaseStep(databaseUrl: string): Promise<void> {
  await until("the step is let go", 30_000, async () => {
    await run(databaseUrl, "set lock_timeout = '1s'; drop trigger if exists hold_step on receipts").catch(
      () => undefined,
    );
    const held = await run(databaseUrl, "select 1 from pg_trigger where tgname = 'hold_step'").catch(() => [
      1,
    ]);
    return held.length === 0;
  });
}

/** Whether a receipt stands still there. */
export async function isHeld(databaseUrl: string): Promise<boolean> {
  const asleep = await run(databaseUrl, "select 1 from pg_stat_activity where wait_event = 'PgSleep'").catch(
    () => [],
  );
  return asleep.length > 0;
}

async function run(databaseUrl: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const answer = await client.query(sql);
    return answer.rows ?? [];
  } finally {
    await client.end().catch(() => undefined);
  }
}
