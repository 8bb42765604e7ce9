import type { ExecutionList } from "@/lib/contract/execution-list";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { type HistoryFilter, historyMatcher } from "@/lib/domain/history-filter";
import type { Instant } from "@/lib/domain/instant";

/** What a person has let into the list since its pages were read. */
export interface HistoryHeld {
  /** Executions that came later and were asked for. */
  accepted: readonly ExecutionSummary[];
  /** Ids that no longer had one of the statuses when the new ones were asked for. */
  dropped: ReadonlySet<string>;
  /** When that was; until then nothing is missing. */
  at?: Instant;
}

export const NOTHING_HELD: HistoryHeld = { accepted: [], dropped: new Set() };

export interface History {
  /** In the order they started, newest first, each once. Rows stay in their place and are as new as is known. */
  rows: ExecutionSummary[];
  /** Came since and wait to be asked for, newest first. */
  pending: ExecutionSummary[];
  /** Shown, but no longer of one of the statuses. */
  left: string[];
  /** More came than the newest page holds: the list must be read anew to have them all. */
  gap: boolean;
  /** AWS no longer lists something of the newest: the pipeline was made anew, and so is the list to be. */
  gone: boolean;
}

export interface HistoryParts {
  pages: readonly ExecutionList[];
  newest?: ExecutionList;
  /** Others that were looked at again since their page was read, by id. */
  inSight?: ReadonlyMap<string, ExecutionSummary>;
  held: HistoryHeld;
  /** What is asked for. */
  filter: HistoryFilter;
}

/** Puts the pages read so far, the newest page and what was let in together, without losing or repeating any. */
export function mergeHistory({ pages, newest, inSight, held, filter }: HistoryParts): History {
  const { statuses = [] } = filter;
  const hasStatus = (row: ExecutionSummary) => statuses.length === 0 || statuses.includes(row.status);
  const wanted = historyMatcher(filter);
  const latest = new Map((newest?.items ?? []).map((row) => [row.id, row]));
  const ids = new Set<string>();
  const rows: ExecutionSummary[] = [];
  for (const page of pages) {
    for (const row of page.items) {
      if (ids.has(row.id) || held.dropped.has(row.id)) continue;
      ids.add(row.id);
      rows.push(latest.get(row.id) ?? inSight?.get(row.id) ?? row);
    }
  }
  for (const row of held.accepted) {
    if (ids.has(row.id) || held.dropped.has(row.id)) continue;
    ids.add(row.id);
    insert(rows, latest.get(row.id) ?? row);
  }
  const pending =
    pages.length === 0
      ? []
      : [...latest.values()].filter((row) => !ids.has(row.id) && isWithin(row, pages, rows) && wanted(row));
  return {
    rows,
    pending,
    left: rows.filter((row) => !hasStatus(row)).map((row) => row.id),
    gone: isGone(pages[0], newest, latest),
    gap: hasGap(newest, held.at ?? pages[0]?.now, ids),
  };
}

/** An execution older than all that was read comes with a later page, not as a new one. */
function isWithin(
  row: ExecutionSummary,
  pages: readonly ExecutionList[],
  rows: readonly ExecutionSummary[],
): boolean {
  const oldest = rows.at(-1)?.startedAt;
  return pages.at(-1)?.nextCursor === undefined || oldest === undefined || startOf(row) >= oldest;
}

function insert(rows: ExecutionSummary[], row: ExecutionSummary): void {
  const at = rows.findIndex((other) => startOf(other) < startOf(row));
  rows.splice(at === -1 ? rows.length : at, 0, row);
}

/** One without a start has only just come. */
function startOf(row: ExecutionSummary): Instant {
  return row.startedAt ?? "9999";
}

/** Only an answer that AWS gave later than the page tells that something of the page is gone. */
function isGone(
  page: ExecutionList | undefined,
  newest: ExecutionList | undefined,
  latest: ReadonlyMap<string, ExecutionSummary>,
): boolean {
  const [from, to] = [page?.freshness.asOf, newest?.freshness.asOf];
  if (page === undefined || newest === undefined || !from || !to || to <= from) return false;
  const oldest = newest.nextCursor === undefined ? "" : (newest.items.at(-1)?.startedAt ?? "9999");
  return page.items.some((row) => (row.startedAt ?? "") > oldest && !latest.has(row.id));
}

/** Where the newest page meets the list nothing can be missing, however far AWS's clock is from ours. */
function hasGap(
  newest: ExecutionList | undefined,
  knownUntil: Instant | undefined,
  listed: ReadonlySet<string>,
): boolean {
  if (newest?.nextCursor === undefined || knownUntil === undefined) return false;
  if (newest.items.some((row) => listed.has(row.id))) return false;
  const oldest = newest.items.at(-1)?.startedAt;
  return oldest !== undefined && oldest > knownUntil;
}
