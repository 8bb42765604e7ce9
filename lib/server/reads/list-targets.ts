import "server-only";
import type { EventQueueHealth, TargetList } from "@/lib/contract/target";
import type { Viewer } from "@/lib/domain/viewer";
import { pressesOff } from "../aws/presses-off";
import { nowInstant } from "../clock";
import type { QueueHealth } from "../watch/queue-consumer";
import { seenFreshness, seenRecords } from "../watch/seen-records";
import { reasonOf } from "../watch/trouble";
import { targetHealth } from "./target-health";

/** Every target that a viewer may see with its health, in the order of the configuration. Reads nothing from AWS. */
export function listTargets(viewer: Viewer): TargetList {
  const seen = targetHealth().filter(({ target }) => viewer.seesTarget(target.id));
  const items = seen.map((health) => {
    const { id, name, account, region, requestsPerSecond: ceiling } = health.target;
    const watch = {
      requestsPerSecond: Math.round(health.requestsPerSecond * 10) / 10,
      ceiling,
      callsLastMinute: health.callsLastMinute,
      queue: health.queue && toQueue(health.queue, health.eventsReliable),
    };
    const freshness = seenFreshness(viewer, health.watch, health.freshness);
    const pipelines = health.pipelines === null ? null : seenRecords(viewer, health.watch).length;
    return { id, name, account, region, freshness, pipelines, pressesOff: pressesOff(health.target), watch };
  });
  return {
    items,
    freshness: Object.fromEntries(items.map((item) => [item.id, item.freshness])),
    now: nowInstant(),
  };
}

function toQueue(queue: Readonly<QueueHealth>, reliable: boolean): EventQueueHealth {
  return {
    reliable,
    answeredAt: queue.answeredAtMs === null ? null : nowInstant(queue.answeredAtMs),
    newestEventAt: queue.newestEventAtMs === null ? null : nowInstant(queue.newestEventAtMs),
    lagMs: queue.lagMs,
    events: queue.events,
    repeated: queue.repeated,
    unreadable: queue.unreadable,
    trouble: queue.trouble === null ? undefined : reasonOf(queue.trouble.failure),
    notDeleted: queue.notDeleted === null ? undefined : reasonOf(queue.notDeleted.failure),
  };
}
