import "server-only";
import type { LiveSource } from "../live/live-source";
import { targetWatch, targetWatches } from "./target-watches";

/** What the watches of this process know, as streams ask for it. */
export const liveSource: LiveSource = {
  standings: () =>
    targetWatches().map((watch) => ({
      target: watch.target.id,
      version: watch.publishedVersion(),
      freshness: watch.freshness(),
    })),
  changesSince: (target, version) => targetWatch(target)?.records.changesSince(version) ?? null,
};
