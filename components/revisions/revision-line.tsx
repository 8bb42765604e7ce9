"use client";

import Link from "next/link";
import { HistoryRail } from "@/components/executions/history-rail";
import { FreshnessChip } from "@/components/ui/freshness-chip";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusText } from "@/components/ui/status-text";
import { statusWord } from "@/components/ui/status-word";
import type { RevisionPlace } from "@/lib/contract/revisions";
import { executionAddress } from "@/lib/domain/execution-address";
import type { Instant } from "@/lib/domain/instant";
import { exactInstant } from "@/lib/domain/instant-words";
import { pipelinePath } from "@/lib/domain/pipeline-path";
import { isDrained } from "@/lib/domain/row-drained";
import { shortExecution } from "@/lib/domain/short-id";
import { shortInstant } from "@/lib/domain/short-instant";
import { useAtNow } from "@/lib/queries/server-now";
import { furthestStop } from "./furthest-stop";
import { RevisionTimes } from "./revision-times";

export interface RevisionLineProps {
  place: RevisionPlace;
  /** `2026-11-21`, in UTC. */
  today: string;
  /** The server's now, of the reply. */
  repliedAt: Instant;
}

/** How far a revision came in one pipeline: its stations, where it is or what keeps it, and since when. */
export function RevisionLine({ place, today, repliedAt }: RevisionLineProps) {
  const { target, pipeline, execution, others, stops, sentence, freshness } = place;
  const { asOf } = freshness;
  // What was kept of a pipeline that was not read yet is nothing present either.
  const drained = useAtNow(
    (now) => now !== 0 && (asOf === null || isDrained({ asOf, freshness, repliedAt }, now)),
  );
  const { standing } = execution;
  const stop = furthestStop(stops);
  const at = stop?.at ?? execution.updatedAt ?? execution.startedAt;
  return (
    <div className="relative grid grid-cols-[232px_216px_112px_minmax(0,1fr)_auto] items-center gap-x-4 px-3 py-1.5 hover:bg-hover max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:gap-y-1 max-sm:px-4 max-sm:py-2.5">
      <span className="min-w-0 truncate">
        <Link
          href={pipelinePath(target, pipeline)}
          prefetch={false}
          data-step
          className="font-medium text-ink hover:underline"
        >
          {pipeline}
        </Link>
        <span className="ml-2 text-secondary text-ink-3">{target}</span>
      </span>
      <span className="max-lg:order-3 max-lg:col-span-2">
        <HistoryRail execution={execution} drained={drained} />
      </span>
      <span
        className={`flex min-w-0 items-center gap-1.5 font-medium ${statusText(standing, { calm: true, drained })}`}
      >
        <StatusIcon standing={standing} drained={drained} decorative />
        <span className="truncate">{statusWord(standing, { drained })}</span>
      </span>
      <span dir="auto" className="min-w-0 break-words text-ink-2 max-lg:order-4 max-lg:col-span-2">
        {sentence.lead !== undefined && <span className="font-medium text-ink">{sentence.lead} </span>}
        {sentence.text}
      </span>
      <span className="num flex items-center gap-3 text-secondary whitespace-nowrap text-ink-3 max-lg:order-5 max-lg:col-span-2">
        {at !== undefined && (
          <time dateTime={at} title={`${stop === undefined ? "" : `${stop.stage}: `}${exactInstant(at)}`}>
            {stop === undefined ? "" : `${stop.stage}, `}
            {shortInstant(at, today)}
          </time>
        )}
        <Link
          href={executionAddress(target, pipeline, execution.id)}
          prefetch={false}
          title={execution.id}
          className="thumb font-mono font-medium text-accent hover:underline"
        >
          {shortExecution(execution.id)}
        </Link>
        {others > 0 && <span title="Other executions that carry it">+{others}</span>}
        {freshness.kind !== "live" && <FreshnessChip freshness={freshness} />}
      </span>
      <RevisionTimes stops={stops.filter((one) => one !== stop)} today={today} />
    </div>
  );
}
