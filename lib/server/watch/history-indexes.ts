import "server-only";
import type { TargetConfig } from "../config/config";
import { getConfig } from "../config/get-config";
import { HistoryIndex } from "./history-index";

declare global {
  var pipedeckHistoryIndexes: WeakMap<TargetConfig, HistoryIndex> | undefined;
}

/** What keeps the executions of a target while this process watches it; undefined where nothing is kept. */
export function historyIndex(target: TargetConfig): HistoryIndex | undefined {
  return globalThis.pipedeckHistoryIndexes?.get(target);
}

/** Keeps the executions of a target as long as this process watches it, where there is a store shared by all. */
export function keepHistory(target: TargetConfig, isWatching: boolean): void {
  if (!globalThis.pipedeckShares) return;
  globalThis.pipedeckHistoryIndexes ??= new WeakMap();
  const known = globalThis.pipedeckHistoryIndexes.get(target);
  if (!isWatching) {
    known?.stop();
    return;
  }
  const index = known ?? new HistoryIndex(target, () => getConfig().history);
  globalThis.pipedeckHistoryIndexes.set(target, index);
  index.start();
}
