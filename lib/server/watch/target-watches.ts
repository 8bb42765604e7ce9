import "server-only";
import { findTarget } from "../config/find-target";
import { getConfig } from "../config/get-config";
import { getHub } from "../live/get-hub";
import { EventFeed } from "./event-feed";
import { keepHistory } from "./history-indexes";
import { Replicas } from "./replicas";
import { readTags } from "./target-tags";
import { TargetWatch } from "./target-watch";

declare global {
  var pipedeckEventFeed: EventFeed | undefined;
  var pipedeckWatches: Map<string, TargetWatch> | undefined;
  /** What this process shares with others that use its database; undefined while it watches for itself alone. */
  var pipedeckReplicas: Replicas | undefined;
}

/**
 * The watch of a target, one in this process, at work from when it is first asked for; undefined when the configuration
 * has no such target.
 */
export function targetWatch(targetId: string): TargetWatch | undefined {
  const target = findTarget(targetId);
  if (!target) return undefined;
  globalThis.pipedeckWatches ??= new Map();
  const known = globalThis.pipedeckWatches.get(targetId);
  if (known?.target === target) return known;
  void known?.stop();
  const feed = eventFeed();
  const watch = new TargetWatch(
    target,
    () => feed.healthOf(target)?.answeredMono ?? Number.NEGATIVE_INFINITY,
  );
  globalThis.pipedeckWatches.set(targetId, watch);
  watch.isConnected = () => getHub().size > 0;
  watch.onWatching = (isWatching) => {
    feed.watches(target, isWatching);
    keepHistory(target, isWatching);
    readTags(watch, isWatching);
  };
  const replicas = sharedReplicas();
  if (replicas) replicas.add(watch);
  else {
    watch.records.onChanges = (changes) => getHub().publish(changes);
    watch.start();
  }
  return watch;
}

/** The event queues that this process reads. */
export function eventFeed(): EventFeed {
  globalThis.pipedeckEventFeed ??= new EventFeed(
    () => getConfig().targets,
    (target, { pipeline, atMs }) => targetWatch(target.id)?.hint(pipeline, atMs),
  );
  return globalThis.pipedeckEventFeed;
}

/** The watches of all targets, in the order of the configuration. */
export function targetWatches(): TargetWatch[] {
  return getConfig().targets.flatMap((target) => targetWatch(target.id) ?? []);
}

/** Starts watching every target; nothing waits for it. */
export function startWatches(): void {
  targetWatches();
}

/** Watches alone unless `shareWatches` was called. */
function sharedReplicas(): Replicas | undefined {
  if (!globalThis.pipedeckShares || globalThis.pipedeckReplicas) return globalThis.pipedeckReplicas;
  globalThis.pipedeckReplicas = new Replicas((changes) => getHub().publish(changes));
  globalThis.pipedeckReplicas.start();
  return globalThis.pipedeckReplicas;
}

/** Ends all watching; resolves when the reads under way have ended. What is known stays. */
export async function stopWatches(): Promise<void> {
  await globalThis.pipedeckReplicas?.stop();
  globalThis.pipedeckReplicas = undefined;
  await globalThis.pipedeckEventFeed?.stop();
  await Promise.all([...(globalThis.pipedeckWatches?.values() ?? [])].map((watch) => watch.stop()));
}
