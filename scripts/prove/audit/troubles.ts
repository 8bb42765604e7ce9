import { pauseFamily, resumeFamily } from "../../processes/pause-family";
import type { Town } from "../../replicas/town";

/** A way in which receipts cannot be written; `end` may be called more than once. */
export type StoreTrouble = { name: string; begin: () => Promise<void>; end: () => Promise<void> };

const NEW_SESSIONS =
  "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()";

/** Every way that a disk or a PostgreSQL can fail us which needs no other machine. */
export function troubles(town: Town, sql: (text: string) => Promise<void>): StoreTrouble[] {
  let paused: number[] = [];
  return [
    {
      name: "store full",
      // What PostgreSQL says when a table cannot grow: at that very place, and of every table that is written for a press.
      begin: () =>
        sql(`create or replace function disk_full() returns trigger language plpgsql as $$
          begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
          create or replace trigger disk_full before insert or update on receipts for each row execute function disk_full();
          create or replace trigger disk_full before insert on receipt_log for each row execute function disk_full()`),
      end: () =>
        sql("drop trigger if exists disk_full on receipts; drop trigger if exists disk_full on receipt_log"),
    },
    {
      name: "store read-only",
      begin: async () => {
        await sql("alter database postgres set default_transaction_read_only = on");
        await sql(NEW_SESSIONS);
      },
      end: async () => {
        await sql("alter database postgres reset default_transaction_read_only");
        await sql(NEW_SESSIONS);
      },
    },
    {
      name: "store gone: it takes connections and answers nothing",
      begin: async () => {
        const pid = town.databasePid();
        if (pid === undefined) throw new Error("PostgreSQL does not run");
        paused = await pauseFamily(pid);
      },
      end: async () => {
        resumeFamily(paused);
        paused = [];
      },
    },
    {
      name: "store killed",
      begin: async () => town.killDatabase(),
      end: () => town.restoreDatabase(),
    },
  ];
}
