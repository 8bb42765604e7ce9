import "server-only";
import { and, desc, eq, gte, inArray, lt, lte, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Receipt } from "@/lib/domain/receipt";
import { isAtPlaces, type ReceiptPlace } from "./receipt-places";
import { db } from "./store";
import { stored } from "./stored";
import { receipts } from "./tables/receipts";
import { type ReceiptRow, toReceipt } from "./to-receipt";

const SEARCHED = [
  receipts.personName,
  receipts.verb,
  receipts.target,
  receipts.pipeline,
  receipts.stage,
  receipts.action,
  receipts.executionId,
  receipts.startedExecutionId,
  receipts.reason,
  receipts.awsRequestId,
  receipts.refusalCode,
  sql`${receipts.id}::text`,
];

/** A word as part of one of these, whatever its case; no character of it means anything else. */
function foundIn(columns: readonly SQLWrapper[], word: string): SQL {
  const pattern = `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql`(${sql.join(
    columns.map((column) => sql`${column} ilike ${pattern}`),
    sql` or `,
  )})`;
}

/** Presses on an execution, and the one that started it. */
function isOfExecution(id: string): SQL {
  return sql`(${eq(receipts.executionId, id)} or ${eq(receipts.startedExecutionId, id)})`;
}

/** A receipt with what tells whether a request repeats it. */
export interface StoredReceipt {
  receipt: Receipt;
  requestHash: string;
}

/** One page of receipts, newest first. `next` is the place the next page starts after. */
export interface ReceiptPage {
  items: Receipt[];
  next?: number;
}

/** The receipt with this id (a uuid), whoever pressed. Throws `store.unavailable`. */
export async function findReceipt(id: string): Promise<StoredReceipt | undefined> {
  const [row] = await stored(() => db().select().from(receipts).where(eq(receipts.id, id)).limit(1));
  return row && { receipt: toReceipt(row), requestHash: row.requestHash };
}

/** The receipts with these ids, by id. Throws `store.unavailable`. */
export async function findReceipts(ids: readonly string[]): Promise<Map<string, Receipt>> {
  const rows = await stored(() =>
    db()
      .select()
      .from(receipts)
      .where(inArray(receipts.id, [...ids])),
  );
  return new Map(rows.map((row) => [row.id, toReceipt(row)]));
}

/** Receipts newest first, only those that match every filter given. Throws `store.unavailable`. */
export async function listReceipts(wanted: {
  target?: string;
  pipeline?: string;
  executionId?: string;
  /** Only receipts of these pipelines. */
  places?: readonly ReceiptPlace[];
  person?: string;
  verbs?: readonly string[];
  states?: readonly string[];
  fromMs?: number;
  toMs?: number;
  /** Words that must all be found somewhere in the receipt. */
  q?: string;
  /** Only receipts recorded before this place, as `next` of the page before gave it. */
  before?: number;
  limit: number;
}): Promise<ReceiptPage> {
  const filters: SQL[] = [];
  if (wanted.target !== undefined) filters.push(eq(receipts.target, wanted.target));
  if (wanted.pipeline !== undefined) filters.push(eq(receipts.pipeline, wanted.pipeline));
  if (wanted.executionId !== undefined) filters.push(isOfExecution(wanted.executionId));
  if (wanted.places !== undefined) filters.push(isAtPlaces(wanted.places));
  if (wanted.before !== undefined) filters.push(lt(receipts.seq, wanted.before));
  if (wanted.verbs) filters.push(inArray(receipts.verb, [...wanted.verbs]));
  if (wanted.states) filters.push(inArray(receipts.state, [...wanted.states]));
  if (wanted.fromMs !== undefined) filters.push(gte(receipts.recordedAt, new Date(wanted.fromMs)));
  if (wanted.toMs !== undefined) filters.push(lte(receipts.recordedAt, new Date(wanted.toMs)));
  if (wanted.person !== undefined)
    filters.push(foundIn([receipts.personId, receipts.personName], wanted.person));
  for (const word of (wanted.q ?? "").split(/\s+/).filter(Boolean)) filters.push(foundIn(SEARCHED, word));
  const rows: ReceiptRow[] = await stored(() =>
    db()
      .select()
      .from(receipts)
      .where(and(...filters))
      .orderBy(desc(receipts.seq))
      .limit(wanted.limit + 1),
  );
  const items = rows.slice(0, wanted.limit);
  const next = rows.length > wanted.limit ? items.at(-1)?.seq : undefined;
  return { items: items.map(toReceipt), ...(next === undefined ? {} : { next }) };
}
