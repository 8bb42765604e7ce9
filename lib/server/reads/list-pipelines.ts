import "server-only";
import type { PipelineList } from "@/lib/contract/pipeline";
import type { PipelineRow } from "@/lib/domain/pipeline";
import type { Viewer } from "@/lib/domain/viewer";
import { nowInstant } from "../clock";
import { versionTag } from "../http/entity-tag";
import { invalid } from "../http/parse";
import { seenFreshness, seenRecords } from "../watch/seen-records";
import type { TargetWatch } from "../watch/target-watch";
import { targetWatches } from "../watch/target-watches";

const PATIENCE_MS = 2500;

/** Where the next page begins: after this pipeline. */
interface Position {
  target: string;
  name: string;
}

/**
 * Every pipeline that a viewer may see, in the order of the configuration and then by name; rows never read have status
 * null. A slow target delays nothing: its rows are as they were.
 *
 * @param patienceMs how long to wait for what was never read, or not for a while, before answering with what is known
 * @throws ApiError `request.invalid` naming `query.cursor`
 */
export async function listPipelines(
  viewer: Viewer,
  query: { cursor?: string; limit: number },
  patienceMs = PATIENCE_MS,
): Promise<PipelineList> {
  const watches = seenWatches(viewer);
  const order = new Map(watches.map((watch, index) => [watch.target.id, index]));
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, order);
  await Promise.all(watches.map((watch) => watch.settled(patienceMs)));
  const rows = watches.flatMap((watch) => watch.rows(seenRecords(viewer, watch)));
  const rest = after ? rows.filter((row) => isAfter(row, after, order)) : rows;
  const items = rest.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: last && rest.length > items.length ? encodeCursor(last) : undefined,
    freshness: Object.fromEntries(
      watches.map((watch) => [watch.target.id, seenFreshness(viewer, watch, watch.freshness())]),
    ),
    versions: Object.fromEntries(watches.map((watch) => [watch.target.id, watch.records.version])),
    now: nowInstant(),
  };
}

/** How many pipelines `listPipelines` would list of what is known already. */
export function knownPipelines(viewer: Viewer): number {
  return seenWatches(viewer).reduce((sum, watch) => sum + seenRecords(viewer, watch).length, 0);
}

function seenWatches(viewer: Viewer): TargetWatch[] {
  return targetWatches().filter(({ target }) => viewer.seesTarget(target.id));
}

/** The entity tag of a list. Versions tell of what there is, the viewer what of it is shown. */
export function tagOfList({ versions }: PipelineList, viewer: Viewer): string {
  return versionTag(`${viewer.key}.${JSON.stringify(versions)}`);
}

function isAfter(row: PipelineRow, after: Position, order: ReadonlyMap<string, number>): boolean {
  const byTarget = (order.get(row.target) ?? 0) - (order.get(after.target) ?? 0);
  return byTarget === 0 ? row.name > after.name : byTarget > 0;
}

function encodeCursor({ target, name }: Position): string {
  return Buffer.from(JSON.stringify([target, name])).toString("base64url");
}

function decodeCursor(cursor: string, targets: ReadonlyMap<string, number>): Position {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(value) && value.length === 2) {
      const [target, name]: unknown[] = value;
      if (typeof target === "string" && targets.has(target) && typeof name === "string")
        return { target, name };
    }
  } catch {
    // Not one of ours.
  }
  throw invalid([
    { field: "query.cursor", message: "is not a cursor of this list; leave it out to begin anew" },
  ]);
}
