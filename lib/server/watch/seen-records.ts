import "server-only";
import type { Freshness } from "@/lib/domain/freshness";
import type { Viewer } from "@/lib/domain/viewer";
import type { PipelineRecord } from "./pipeline-record";
import type { TargetWatch } from "./target-watch";

type Records = readonly PipelineRecord[];

/** By viewer, and by the list of a target, which is the same one until a pipeline comes or goes. */
const kept = new WeakMap<Viewer, WeakMap<Records, Records>>();

/** Pipelines of a target that a viewer may see, by name. */
export function seenRecords(viewer: Viewer, watch: TargetWatch): Records {
  const all = watch.records.all();
  if (viewer.seesAll) return all;
  const lists = kept.get(viewer) ?? new WeakMap<Records, Records>();
  kept.set(viewer, lists);
  const known = lists.get(all);
  if (known) return known;
  const seen = all.filter(({ name }) => viewer.sees(watch.target.id, name));
  lists.set(all, seen);
  return seen;
}

/** How fresh a target is, as a viewer may know: pipelines are counted, and AWS's messages told, without the hidden ones. */
export function seenFreshness(viewer: Viewer, watch: TargetWatch, freshness: Freshness): Freshness {
  if (viewer.seesAll) return freshness;
  // AWS's message names the resource, which may be a pipeline that is hidden.
  if (freshness.kind === "denied") return { ...freshness, reason: undefined };
  if (freshness.kind === "unreachable")
    return { ...freshness, reason: freshness.reason.split(":", 1)[0] ?? "" };
  if (freshness.kind !== "catching-up") return freshness;
  const seen = seenRecords(viewer, watch);
  const read = seen.filter(({ readAt }) => readAt !== null).length;
  return { ...freshness, read, total: seen.length };
}
