import "server-only";
import type { Receipt } from "@/lib/domain/receipt";
import { csvLine } from "./csv-line";

const COLUMNS: readonly [name: string, of: (receipt: Receipt) => string | undefined][] = [
  ["recordedAt", ({ recordedAt }) => recordedAt],
  ["personId", ({ person }) => person.id],
  ["personName", ({ person }) => person.name],
  ["verb", ({ verb }) => verb],
  ["target", ({ target }) => target],
  ["pipeline", ({ pipeline }) => pipeline],
  ["stage", ({ stage }) => stage],
  ["action", ({ action }) => action],
  ["executionId", ({ executionId }) => executionId],
  ["reason", ({ reason }) => reason],
  ["state", ({ state }) => state],
  ["sentAt", ({ sentAt }) => sentAt],
  ["settledAt", ({ settledAt }) => settledAt],
  ["confirmedAt", ({ confirmedAt }) => confirmedAt],
  ["finding", ({ finding }) => finding],
  ["refusalCode", ({ refusal }) => refusal?.code],
  ["refusalMessage", ({ refusal }) => refusal?.message],
  ["awsRequestId", ({ awsRequestId }) => awsRequestId],
  ["receiptId", ({ id }) => id],
  ["startedExecutionId", ({ startedExecutionId }) => startedExecutionId],
];

/** The first line, with the names of the columns. */
export function receiptCsvHead(): string {
  return csvLine(COLUMNS.map(([name]) => name));
}

/** One receipt as a line (RFC 4180). A text that a spreadsheet would run as a formula begins with an apostrophe. */
export function receiptCsv(receipt: Receipt): string {
  return csvLine(COLUMNS.map(([, of]) => of(receipt) ?? ""));
}
