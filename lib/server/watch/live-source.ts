import "server-only";
import type { Viewer } from "@/lib/domain/viewer";
import type { LiveSource, TargetStanding } from "../live/live-source";
import { seenFreshness } from "./seen-records";
import { targetWatch, targetWatches } from "./target-watches";
import { isBehind } from "./told-freshness";

/** What the watches of this process know, as streams ask for it. */
export const liveSource: LiveSource = {
  standings: () =>
    targetWatches().map((watch) => ({
      target: watch.target.id,
      version: watch.publishedVersion(),
      freshness: watch.freshness(),
      isBehind: isBehind(watch.waitingMs()),
    })),
  seen: (viewer, standings) =>
    viewer.seesAll ? standings : standings.flatMap((standing) => seenStanding(viewer, standing)),
  changesSince: (target, version) => targetWatch(target)?.records.changesSince(version) ?? null,
};

function seenStanding(viewer: Viewer, standing: TargetStanding): TargetStanding[] {
  const watch = viewer.seesTarget(standing.target) ? targetWatch(standing.target) : undefined;
  return watch ? [{ ...standing, freshness: seenFreshness(viewer, watch, standing.freshness) }] : [];
}
