import "server-only";
import { TagReads } from "./tag-reads";
import type { TargetWatch } from "./target-watch";

declare global {
  var pipedeckTagReads: WeakMap<TargetWatch, TagReads> | undefined;
}

/** Reads the tags of a target as long as this process watches it, where there is a store shared by all. */
export function readTags(watch: TargetWatch, isWatching: boolean): void {
  if (!globalThis.pipedeckShares) return;
  globalThis.pipedeckTagReads ??= new WeakMap();
  const reads = globalThis.pipedeckTagReads.get(watch) ?? new TagReads(watch.target, () => watch.names());
  globalThis.pipedeckTagReads.set(watch, reads);
  if (isWatching) reads.start();
  else void reads.stop();
}
