import "server-only";
import { isMap, isScalar, type YAMLMap } from "yaml";
import type { HistoryConfig } from "./config";
import { type Reporter, reportUnknownKeys } from "./unknown-keys";

/** AWS keeps executions for a year; two more let a year be compared with the one before. */
const DEFAULT: HistoryConfig = { keepMonths: 36, readPast: true };
const MOST_MONTHS = 1200;

/** Reads the key `history`, undefined where it is missing, reporting every mistake. */
export function readHistory(node: unknown, report: Reporter): HistoryConfig {
  if (node === undefined) return DEFAULT;
  if (!isMap(node)) {
    report(node, "history", "must be a mapping such as { keepMonths: 36 }");
    return DEFAULT;
  }
  reportUnknownKeys(node, "history", ["keepMonths", "readPast"], report);
  return { keepMonths: monthsOf(node, report), readPast: readPastOf(node, report) };
}

function monthsOf(node: YAMLMap, report: Reporter): number {
  const months = node.get("keepMonths", true);
  if (months === undefined) return DEFAULT.keepMonths;
  const value: unknown = isScalar(months) ? months.value : undefined;
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= MOST_MONTHS)
    return value;
  report(months, "history.keepMonths", `must be a whole number of months from 1 to ${MOST_MONTHS}`);
  return DEFAULT.keepMonths;
}

function readPastOf(node: YAMLMap, report: Reporter): boolean {
  const readPast = node.get("readPast", true);
  if (readPast === undefined) return DEFAULT.readPast;
  const value: unknown = isScalar(readPast) ? readPast.value : undefined;
  if (typeof value === "boolean") return value;
  report(readPast, "history.readPast", "must be true or false");
  return DEFAULT.readPast;
}
