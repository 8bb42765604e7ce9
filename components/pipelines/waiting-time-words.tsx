"use client";

import type { Waiting } from "@/lib/domain/waiting";
import { type UsualMs, waitingTime } from "@/lib/domain/waiting-time";
import { useDurations } from "@/lib/queries/duration-queries";
import { useAtNow } from "@/lib/queries/server-now";

export interface WaitingTimeWordsProps {
  of: { target: string; pipeline: string };
  waiting: Waiting;
}

/** The part of an answer that ticks; what runs is held against what is usual, which is asked for only then. */
export function WaitingTimeWords({ of, waiting }: WaitingTimeWordsProps) {
  if (waiting.running === undefined) return <Ticking waiting={waiting} />;
  return <AgainstUsual of={of} waiting={waiting} />;
}

function AgainstUsual({ of, waiting }: WaitingTimeWordsProps) {
  const actions = useDurations(of.target, of.pipeline)?.actions;
  const usual: UsualMs = (stage, name) =>
    actions?.find((one) => one.stage === stage && one.name === name)?.medianMs;
  return <Ticking waiting={waiting} usual={usual} />;
}

function Ticking({ waiting, usual }: { waiting: Waiting; usual?: UsualMs }) {
  const time = useAtNow((now) => waitingTime(waiting, now, usual));
  return time === undefined ? null : <span className="num text-ink-2"> {time}</span>;
}
