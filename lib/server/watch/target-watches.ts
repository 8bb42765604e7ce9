import "server-only";
import { getConfig } from "../config/get-config";
import { getHub } from "../live/get-hub";
import { TargetWatch } from "./target-watch";

declare global {
  var pipedeckWatches: Map<string, TargetWatch> | undefined;
}

/**
 * The watch of a target, one in this process, at work from when it is first asked for; undefined when the configuration
 * has no such target.
 */
export function targetWatch(targetId: string): TargetWatch | undefined {
  const target = getConfig().targets.find((candidate) => candidate.id === targetId);
  if (!target) return undefined;
  globalThis.pipedeckWatches ??= new Map();
  const known = globalThis.pipedeckWatches.get(targetId);
  if (known?.target === target) return known;
  void known?.stop();
  const watch = new TargetWatch(target);
  globalThis.pipedeckWatches.set(targetId, watch);
  watch.records.onChanges = (changes) => getHub().publish(changes);
  watch.isConnected = () => getHub().size > 0;
  watch.start();
  return watch;
}

/** The watches of all targets, in the order of the configuration. */
export function targetWatches(): TargetWatch[] {
  return getConfig().targets.flatMap((target) => targetWatch(target.id) ?? []);
}

/** Starts watching every target; nothing waits for it. */
export function startWatches(): void {
  targetWatches();
}

/** Ends all watching; resolves when the reads under way have ended. What is known stays. */
export async function stopWatches(): Promise<void> {
  await Promise.all([...(globalThis.pipedeckWatches?.values() ?? [])].map((watch) => watch.stop()));
}
