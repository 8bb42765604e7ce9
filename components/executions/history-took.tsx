"use client";

import { formatDuration, formatSpan } from "@/lib/domain/duration";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { isInFlight } from "@/lib/domain/in-flight";
import type { Instant } from "@/lib/domain/instant";
import { useAtNow } from "@/lib/queries/server-now";

/** How long an execution took, or has taken until now. */
export function HistoryTook({ execution }: { execution: ExecutionSummary }) {
  const { startedAt, updatedAt, status } = execution;
  if (startedAt === undefined) return null;
  if (isInFlight(status)) return <Counting since={startedAt} />;
  const ms = updatedAt === undefined ? Number.NaN : Date.parse(updatedAt) - Date.parse(startedAt);
  return Number.isNaN(ms) ? null : <span title={formatDuration(ms)}>{formatSpan(ms)}</span>;
}

/** Only rows of what runs count the seconds. */
function Counting({ since }: { since: Instant }) {
  return useAtNow((now) => {
    const ms = now - Date.parse(since);
    return now === 0 || Number.isNaN(ms) ? null : formatSpan(ms);
  });
}
