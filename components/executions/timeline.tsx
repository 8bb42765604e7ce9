"use client";

import { isInFlight } from "@/lib/domain/in-flight";
import { useAtNow } from "@/lib/queries/server-now";
import { TimelineCard, type TimelineCardProps } from "./timeline-card";

export type TimelineProps = Omit<TimelineCardProps, "now" | "runs">;

/** When everything of an execution happened. Only one that still runs counts the seconds. */
export function Timeline(props: TimelineProps) {
  const { summary, stages } = props.execution;
  const runs =
    isInFlight(summary.status) ||
    stages.some((stage) => stage.actions.some((run) => run.status === "InProgress"));
  // A run AWS never ended is drawn to where the execution did.
  const ended = Date.parse(summary.updatedAt ?? "") || 0;
  const now = useAtNow((at) => (runs ? at : ended));
  return <TimelineCard {...props} runs={runs} now={now} />;
}
