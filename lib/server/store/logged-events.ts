import "server-only";
import { and, desc, lt, ne } from "drizzle-orm";
import { db } from "./store";
import { stored } from "./stored";
import { receiptLog } from "./tables/receipt-log";

/** A row of the log that is no press. */
export interface LoggedEvent {
  seq: number;
  kind: string;
  step: string;
  entry: Record<string, unknown>;
}

/** What was recorded besides presses, newest first, before a row of the log. Throws `store.unavailable`. */
export async function loggedEvents(limit: number, before?: number): Promise<LoggedEvent[]> {
  const { seq, kind, step, entry } = receiptLog;
  return stored(() =>
    db()
      .select({ seq, kind, step, entry })
      .from(receiptLog)
      .where(and(ne(kind, "press"), before === undefined ? undefined : lt(seq, before)))
      .orderBy(desc(seq))
      .limit(limit),
  );
}
