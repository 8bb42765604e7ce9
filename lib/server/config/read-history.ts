import "server-only";
import { isMap, isScalar } from "yaml";
import type { HistoryConfig } from "./config";
import { type Reporter, reportUnknownKeys } from "./unknown-keys";

/** AWS keeps executions for a year; two more let a year be compared with the one before. */
const DEFAULT: HistoryConfig = { keepMonths: 36 };
const MOST_MONTHS = 1200;

/** Reads the key `history`, undefined where it is missing, reporting every mistake. */
export function readHistory(node: unknown, report: Reporter): HistoryConfig {
  if (node === undefined) return DEFAULT;
  if (!isMap(node)) {
    report(node, "history", "must be a mapping such as { keepMonths: 36 }");
    return DEFAULT;
  }
  reportUnknownKeys(node, "history", ["keepMonths"], report);
  const months = node.get("keepMonths", true);
  if (months === undefined) return DEFAULT;
  const value: unknown = isScalar(months) ? months.value : undefined;
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= MOST_MONTHS)
    return { keepMonths: value };
  report(months, "history.keepMonths", `must be a whole number of months from 1 to ${MOST_MONTHS}`);
  return DEFAULT;
}
