"use client";

import { isInFlight } from "@/lib/domain/in-flight";
import { useNow } from "@/lib/queries/server-now";
import { TimelineCard, type TimelineCardProps } from "./timeline-card";

export type TimelineProps = Omit<TimelineCardProps, "now" | "runs">;

/** When everything of an execution happened. Only one that still runs counts the seconds. */
export function Timeline(props: TimelineProps) {
  const { summary, stages } = props.execution;
  const runs =
    isInFlight(summary.status) ||
    stages.some((stage) => stage.actions.some((run) => run.status === "InProgress"));
  if (runs) return <Counting {...props} />;
  // A run AWS never ended is drawn to where the execution did.
  return <TimelineCard {...props} runs={false} now={Date.parse(summary.updatedAt ?? "") || 0} />;
}

function Counting(props: TimelineProps) {
  const now = useNow();
  return <TimelineCard {...props} runs now={now} />;
}
