import "server-only";
import { isVerb } from "@/lib/domain/permission-verb";
import { RECEIPT_STATES, type Receipt } from "@/lib/domain/receipt";
import type { receipts } from "./tables/receipts";

export type ReceiptRow = typeof receipts.$inferSelect;

/** A row as the receipt people see. Throws when the row holds a verb or state this version does not know. */
export function toReceipt(row: ReceiptRow): Receipt {
  const state = RECEIPT_STATES.find((known) => known === row.state);
  if (!isVerb(row.verb) || state === undefined)
    throw new Error(`receipt ${row.id} has verb ${row.verb}, state ${row.state}`);
  return {
    id: row.id,
    verb: row.verb,
    target: row.target,
    pipeline: row.pipeline,
    ...given("stage", row.stage),
    ...given("action", row.action),
    ...given("executionId", row.executionId),
    person: { id: row.personId, name: row.personName },
    ...given("reason", row.reason),
    state,
    recordedAt: row.recordedAt.toISOString(),
    ...given("sentAt", row.sentAt?.toISOString()),
    ...given("settledAt", row.settledAt?.toISOString()),
    ...given("confirmedAt", row.confirmedAt?.toISOString()),
    ...given("finding", row.finding),
    ...given("awsRequestId", row.awsRequestId),
    ...given("startedExecutionId", row.startedExecutionId),
    ...(row.refusalCode === null
      ? {}
      : {
          refusal: {
            code: row.refusalCode,
            message: row.refusalMessage ?? "",
            beforeSending: row.refusalBeforeSending ?? false,
          },
        }),
  };
}

function given<K extends string>(key: K, value: string | null | undefined): Partial<Record<K, string>> {
  if (value === null || value === undefined) return {};
  const part: Partial<Record<K, string>> = {};
  part[key] = value;
  return part;
}
