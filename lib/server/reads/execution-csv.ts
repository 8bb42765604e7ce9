import "server-only";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { isInFlight } from "@/lib/domain/in-flight";
import { csvLine } from "./csv-line";

const COLUMNS: readonly [name: string, of: (execution: ExecutionSummary) => string | undefined][] = [
  ["executionId", ({ id }) => id],
  ["status", ({ status }) => status],
  ["startedAt", ({ startedAt }) => startedAt],
  ["endedAt", ({ status, updatedAt }) => (isInFlight(status) ? undefined : updatedAt)],
  ["durationSeconds", durationSeconds],
  ["lastStage", ({ stage }) => stage],
  ["triggerType", ({ trigger }) => trigger?.type],
  ["trigger", ({ trigger }) => trigger?.text],
  ["triggeredBy", ({ trigger }) => trigger?.by],
  ["executionType", ({ executionType }) => executionType],
  ["rollbackOf", ({ rollbackOf }) => rollbackOf],
  ["stopReason", ({ stopReason }) => stopReason],
  ["source", ({ revisions }) => revisions[0]?.action],
  ["revision", ({ revisions }) => revisions[0]?.id],
  ["message", ({ revisions }) => revisions[0]?.summary],
  ["author", ({ revisions }) => revisions[0]?.author],
  ["branch", ({ revisions }) => revisions[0]?.branch],
  ["revisionUrl", ({ revisions }) => revisions[0]?.url],
  ["otherRevisions", ({ revisions }) => revisions.slice(1).map(sourceAndId).join(" ")],
];

/** The first line, with the names of the columns. */
export function executionCsvHead(): string {
  return csvLine(COLUMNS.map(([name]) => name));
}

/** One execution as a line. */
export function executionCsv(execution: ExecutionSummary): string {
  return csvLine(COLUMNS.map(([, of]) => of(execution) ?? ""));
}

function sourceAndId({ action, id }: { action: string; id: string }): string {
  return `${action}=${id}`;
}

function durationSeconds({ status, startedAt, updatedAt }: ExecutionSummary): string | undefined {
  if (isInFlight(status) || startedAt === undefined || updatedAt === undefined) return undefined;
  const ms = Date.parse(updatedAt) - Date.parse(startedAt);
  return Number.isNaN(ms) ? undefined : String(Math.max(0, Math.round(ms / 1000)));
}
