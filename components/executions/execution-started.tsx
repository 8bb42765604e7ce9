import clsx from "clsx";
import { useDrained } from "@/components/pipelines/drained";
import { StatusBadge } from "@/components/ui/status-badge";
import { statusText } from "@/components/ui/status-text";
import { statusWord } from "@/components/ui/status-word";
import { Ticket } from "@/components/ui/ticket";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { isInFlight } from "@/lib/domain/in-flight";
import { clockTime, exactInstant } from "@/lib/domain/instant-words";
import { HistoryTook } from "./history-took";

/** How an execution stands, what started it, when, and how long it took; on phones what it carries, too. */
export function ExecutionStarted({ summary, by }: { summary: ExecutionSummary; by: string }) {
  const drained = useDrained();
  const { startedAt, updatedAt, status } = summary;
  const revision = summary.revisions[0];
  const ended = !isInFlight(status) && updatedAt !== undefined;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1 text-secondary text-ink-3 max-sm:px-4 max-sm:pt-2.5">
      <span className="sm:hidden">
        <StatusBadge standing={summary.standing} percent={summary.percentComplete} drained={drained} />
      </span>
      <span className={clsx("font-medium max-sm:hidden", statusText(summary.standing, { drained }))}>
        {statusWord(summary.standing, { percent: summary.percentComplete, drained })}
      </span>
      {revision !== undefined && (
        <span className="flex min-w-0 flex-1 items-center gap-2 sm:hidden">
          <Ticket label={revision.shortId} title={revision.id} drained={drained} />
          <span className="truncate text-body text-ink-2">{revision.summary}</span>
        </span>
      )}
      <p className="min-w-0 break-words max-sm:basis-full">
        {by}
        {by !== "" && startedAt !== undefined && ", "}
        {startedAt !== undefined && (
          <>
            <time dateTime={startedAt} title={exactInstant(startedAt)} className="num">
              {exactInstant(startedAt).replace(" UTC", "")}
            </time>
            {ended && (
              <>
                {" "}
                to{" "}
                <time dateTime={updatedAt} title={exactInstant(updatedAt)} className="num">
                  {clockTime(updatedAt)}
                </time>
              </>
            )}{" "}
            UTC,{" "}
            <span className="num">
              {!ended && "running for "}
              <HistoryTook execution={summary} />
            </span>
          </>
        )}
      </p>
    </div>
  );
}
