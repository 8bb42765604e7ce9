import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { ApiError } from "../errors";
import { db } from "./store";
import { stored } from "./stored";
import { receiptLog } from "./tables/receipt-log";

/** What is recorded besides presses. */
export type EventKind = "denied" | "session" | "configuration";

/** Number and hash of one row of the log: with them, nobody can change what was before without it being seen. */
export interface LogHead {
  seq: number;
  hash: string;
}

/** Adds what happened to the log, committed when this returns. Throws `store.unavailable`. */
export async function recordEvent(
  kind: EventKind,
  step: string,
  entry: Record<string, unknown>,
): Promise<void> {
  await stored(() => db().insert(receiptLog).values({ kind, step, entry }));
}

/** Tells that a row was tried and taken back. */
class TakenBack extends Error {}

/** Tries whether a step could be written, and takes it back. Throws `store.unavailable` when it could not. */
export async function tryRecording(): Promise<void> {
  const trial = stored(() =>
    db().transaction(async (attempt) => {
      await attempt.insert(receiptLog).values({ kind: "trial", step: "trial", entry: {} });
      throw new TakenBack();
    }),
  );
  await trial.catch((error: unknown) => {
    if (!(error instanceof TakenBack) && !(error instanceof ApiError && error.cause instanceof TakenBack))
      throw error;
  });
}

/** The newest row; undefined while there is none. Throws `store.unavailable`. */
export async function logHead(): Promise<LogHead | undefined> {
  const [head] = await stored(() =>
    db()
      .select({ seq: receiptLog.seq, hash: receiptLog.hash })
      .from(receiptLog)
      .orderBy(desc(receiptLog.seq))
      .limit(1),
  );
  return head;
}

/** The hash of a row; undefined when there is no such row. Throws `store.unavailable`. */
export async function hashAt(seq: number): Promise<string | undefined> {
  const [row] = await stored(() =>
    db().select({ hash: receiptLog.hash }).from(receiptLog).where(eq(receiptLog.seq, seq)),
  );
  return row?.hash;
}

/** Whether what PostgreSQL confirms is on the disk. Throws `store.unavailable`. */
export async function isDurable(): Promise<boolean> {
  const { rows } = await stored(() =>
    db().execute<{ durable: boolean }>(
      sql`select current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on' as durable`,
    ),
  );
  return rows[0]?.durable === true;
}
