import "server-only";
import type { Freshness } from "@/lib/domain/freshness";
import { type CallCount, callCountsOf } from "../aws/call-counts";
import { budgetOf } from "../aws/request-budget";
import type { TargetConfig } from "../config/config";
import type { QueueHealth } from "../watch/queue-consumer";
import type { TargetWatch } from "../watch/target-watch";
import { eventFeed, targetWatches } from "../watch/target-watches";

/** How the watch over one target is doing, in this process. */
export interface TargetHealth {
  target: TargetConfig;
  watch: TargetWatch;
  freshness: Freshness;
  /** Null until the list was read once. */
  pipelines: number | null;
  /** What the budget lets out at present. */
  requestsPerSecond: number;
  callsLastMinute: number;
  /** Since the start of this process. */
  calls: readonly CallCount[];
  /** Undefined without a queue. */
  queue: Readonly<QueueHealth> | undefined;
  /** Whether events say reliably what to read. */
  eventsReliable: boolean;
}

/** Of every target, in the order of the configuration. Asks AWS nothing. */
export function targetHealth(): TargetHealth[] {
  return targetWatches().map((watch) => {
    const { target } = watch;
    const counts = callCountsOf(target);
    return {
      target,
      watch,
      freshness: watch.freshness(),
      pipelines: watch.count(),
      requestsPerSecond: budgetOf(target).perSecond(),
      callsLastMinute: counts.lastMinute(),
      calls: counts.all(),
      queue: eventFeed().healthOf(target),
      eventsReliable: watch.eventsReliable(),
    };
  });
}
