import "server-only";
import type { TagList, TargetTags } from "@/lib/contract/tags";
import type { Viewer } from "@/lib/domain/viewer";
import { monotonic, nowInstant } from "../clock";
import { type KeptTags, keptTags } from "../store/pipeline-tags";
import { seenRecords } from "../watch/seen-records";
import type { TargetWatch } from "../watch/target-watch";
import { targetWatches } from "../watch/target-watches";

/** Asked again within this time, the store is not: many pages may ask at once. */
const KEPT_MS = 3000;

/** By target id. */
const asked = new Map<string, { mono: number; rows: Promise<KeptTags[]> }>();

/**
 * The tags of every pipeline that a viewer may see, as far as they were read, by target in the order of the configuration.
 * Reads nothing from AWS. Throws `store.unavailable`.
 */
export async function listTags(viewer: Viewer): Promise<TagList> {
  const watches = targetWatches().filter(({ target }) => viewer.seesTarget(target.id));
  const items = await Promise.all(watches.map((watch) => tagsAt(viewer, watch)));
  return { items, now: nowInstant() };
}

async function tagsAt(viewer: Viewer, watch: TargetWatch): Promise<TargetTags> {
  const known = new Map((await rowsOf(watch.target.id)).map((row) => [row.pipeline, row]));
  const sets = new Map<string, TargetTags["sets"][number]>();
  let unread = 0;
  let denied: TargetTags["denied"];
  for (const { name } of seenRecords(viewer, watch)) {
    const row = known.get(name);
    denied ??= row?.denied ?? undefined;
    if (row?.tags) {
      const key = JSON.stringify(row.tags);
      const set = sets.get(key) ?? { tags: row.tags, pipelines: [] };
      set.pipelines.push(name);
      sets.set(key, set);
    } else unread += 1;
  }
  return {
    target: watch.target.id,
    sets: [...sets.values()],
    unread,
    denied: unread > 0 ? denied : undefined,
  };
}

function rowsOf(target: string): Promise<KeptTags[]> {
  const known = asked.get(target);
  if (known !== undefined && monotonic() - known.mono < KEPT_MS) return known.rows;
  const rows = keptTags(target);
  asked.set(target, { mono: monotonic(), rows });
  // A failure is nobody's answer but theirs who asked.
  rows.catch(() => asked.delete(target));
  return rows;
}
