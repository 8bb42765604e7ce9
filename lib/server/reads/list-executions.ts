import "server-only";
import type { ExecutionList } from "@/lib/contract/execution-list";
import type { ExecutionSummary } from "@/lib/domain/execution";
import type { Freshness } from "@/lib/domain/freshness";
import { type HistoryFilter, isFiltering } from "@/lib/domain/history-filter";
import type { Viewer } from "@/lib/domain/viewer";
import { nowInstant } from "../clock";
import { getConfig } from "../config/get-config";
import { openCursor, sealCursor, strangeCursor } from "../http/sealed-cursor";
import type { SearchPlace } from "../store/execution-search";
import type { PipelinePlace } from "../store/executions";
import type { IndexReach } from "../store/indexed-pipelines";
import { findPipeline } from "../watch/find-pipeline";
import { type PipelineHistory, pipelineHistory } from "../watch/pipeline-history";
import { toApiError } from "./aws-api-error";
import { findInHistory, listedByIds, placeAfter, readActions, rowsOf } from "./aws-history";
import { findKept, keptBehind, keptReach, keptRows, keptUnread } from "./kept-history";
import { type Line, stagesOf } from "./stages-of";

export interface HistoryQuery {
  status?: readonly string[];
  trigger?: readonly string[];
  author?: string;
  revision?: string;
  from?: string;
  to?: string;
  q?: string;
  ids?: readonly string[];
  cursor?: string;
  limit: number;
}

interface Found {
  items: ExecutionSummary[];
  next: SearchPlace | undefined;
  denied: readonly string[];
  freshness: Freshness;
}

/**
 * The executions of one pipeline, newest first. Without a filter they are AWS's list, and behind its end what is kept longer
 * than AWS does. A filter is answered from what is kept, as far as that reaches, and beyond it by searching AWS's list, which
 * has none, a few pages a reply: `nextCursor` goes on from there, and `searchedTo` is how far back it came. With `ids`,
 * these as they are now.
 *
 * @throws ApiError `request.invalid` naming `query.cursor`, `target.not-found`, `pipeline.not-found`, or an `aws.*`
 * code when nothing is known yet
 */
export async function listExecutions(
  viewer: Viewer,
  { target, pipeline }: PipelinePlace,
  query: HistoryQuery,
): Promise<ExecutionList> {
  const filter = filterOf(query);
  const list = ["executions", target, pipeline, JSON.stringify(filter)];
  // First, so that a bad one is answered alike whether there is a pipeline or not.
  const after = query.cursor === undefined ? undefined : toPlace(openCursor(list, query.cursor));
  const watch = findPipeline(viewer, target, pipeline);
  const place = { target, pipeline };
  try {
    const filters = isFiltering(filter) && query.ids === undefined;
    const reach = await keptReach(place);
    // A filter is typed: what is known of the line is good enough, and comes at once.
    const line = await stagesOf(viewer, watch, pipeline, filters && reach ? 0 : undefined);
    const history = pipelineHistory(watch.target, pipeline);
    const kept = filters && reach ? await findKept(place, filter, reach, { ...query, after }) : undefined;
    const found: Found = kept
      ? { ...kept, items: keptRows(kept.items, line.stages, history), denied: [], freshness: line.freshness }
      : await findListed({ place, history, line, filter, after, query });
    const asksWho = filter.author !== undefined || filter.q !== undefined;
    const unread = kept && asksWho ? await keptUnread(place) : 0;
    const denied = [...line.denied, ...found.denied];
    return {
      items: found.items,
      ...(found.next === undefined ? {} : { nextCursor: sealCursor(list, found.next) }),
      ...(found.next === undefined ? {} : { searchedTo: nowInstant(found.next.startMs) }),
      ...(reach && { index: toIndex(reach, unread) }),
      ...(denied.length === 0 ? {} : { denied: [...new Set(denied)].sort() }),
      freshness: found.freshness,
      now: nowInstant(),
    };
  } catch (error) {
    throw toApiError(error, watch.target);
  }
}

interface Asked {
  place: PipelinePlace;
  history: PipelineHistory;
  line: Line;
  filter: HistoryFilter;
  after: SearchPlace | undefined;
  query: HistoryQuery;
}

/** From AWS's list, and what is kept behind its end. */
async function findListed({ place, history, line, filter, after, query }: Asked): Promise<Found> {
  const { ids, limit } = query;
  const { freshness } = await history.newest.get();
  const found =
    ids === undefined
      ? await findInHistory(history, filter, { limit, after })
      : await listedByIds(history, ids);
  await readActions(history, found.items, { paged: ids === undefined });
  const items = rowsOf(history, found.items, line.stages);
  const denied = history.denials.permissions;
  if (found.next !== undefined || ids !== undefined || isFiltering(filter))
    return { items, next: found.next, denied, freshness };
  const end = placeAfter(found.items.at(-1), found.items, after);
  const behind = await keptBehind(place, { limit: limit - items.length, after: end });
  const older = keptRows(behind.items, line.stages, history);
  return { items: [...items, ...older], next: behind.next, denied, freshness };
}

/** What of a query is a filter. */
export function filterOf({ status, trigger, author, revision, from, to, q }: HistoryQuery): HistoryFilter {
  return { statuses: status, triggers: trigger, author, revision, from, to, q };
}

function toIndex({ backToMs, complete }: IndexReach, unread: number) {
  const { keepMonths, readPast } = getConfig().history;
  return {
    ...(backToMs === null ? {} : { backTo: nowInstant(backToMs) }),
    complete,
    reading: !complete && readPast,
    keepMonths,
    ...(unread > 0 && { unread }),
  };
}

function toPlace(value: unknown): SearchPlace {
  if (typeof value === "object" && value !== null && "startMs" in value && "ids" in value) {
    const { startMs, ids } = value;
    if (typeof startMs === "number" && Array.isArray(ids)) return { startMs, ids: ids.map(String) };
  }
  throw strangeCursor();
}
