import "server-only";
import type { TargetList } from "@/lib/contract/target";
import { nowInstant } from "../clock";
import { targetWatches } from "../watch/target-watches";

/** Every target with its health, in the order of the configuration. Reads nothing from AWS. */
export function listTargets(): TargetList {
  const items = targetWatches().map((watch) => {
    const { id, name, account, region } = watch.target;
    return { id, name, account, region, freshness: watch.freshness(), pipelines: watch.count() };
  });
  return {
    items,
    freshness: Object.fromEntries(items.map((item) => [item.id, item.freshness])),
    now: nowInstant(),
  };
}
