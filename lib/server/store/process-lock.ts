import "server-only";
import { sql } from "drizzle-orm";
import { db } from "./store";
import { LOCK_CLASS } from "./store-session";
import { stored } from "./stored";

/** The advisory lock that a process holds as long as it is connected. No target is called so. */
export function processLock(process: string): string {
  return `process ${process}`;
}

/** Whether no session holds the lock of a process: it has ended, or lost the database. Throws `store.unavailable`. */
export async function isProcessGone(process: string): Promise<boolean> {
  const { rows } = await stored(() =>
    db().execute(
      sql`select 1 from pg_locks
          where locktype = 'advisory' and classid = ${LOCK_CLASS}
            and objid::bigint = hashtext(${processLock(process)})::bigint & 4294967295
            and objsubid = 2 and granted
            and database = (select oid from pg_database where datname = current_database())`,
    ),
  );
  return rows.length === 0;
}
