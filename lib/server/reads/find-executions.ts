import "server-only";
import type { FoundExecutions } from "@/lib/contract/found-executions";
import type { Viewer } from "@/lib/domain/viewer";
import { nowInstant } from "../clock";
import { executionsByIdStart } from "../store/executions-by-id";
import { seenRecords } from "../watch/seen-records";
import { targetWatches } from "../watch/target-watches";

const MOST_FOUND = 10;

/**
 * Executions that were seen, of any pipeline that a viewer may see and that is there, whose id begins so: the latest ones.
 * Throws `store.unavailable`.
 */
export async function findExecutions(viewer: Viewer, id: string): Promise<FoundExecutions> {
  const seen = new Map(
    targetWatches().map((watch) => [
      watch.target.id,
      new Set(seenRecords(viewer, watch).map(({ name }) => name)),
    ]),
  );
  const rows = await executionsByIdStart(id.toLowerCase());
  const items = rows.filter(({ target, pipeline }) => seen.get(target)?.has(pipeline)).slice(0, MOST_FOUND);
  return { items, now: nowInstant() };
}
