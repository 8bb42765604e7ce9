import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { ExecutionList } from "@/lib/contract/execution-list";
import { type HistoryFilter, historyMatcher } from "@/lib/domain/history-filter";
import { toHistoryQuery } from "@/lib/domain/history-query";
import {
  executionQueries,
  useExecutionPages,
  useExecutionsInSight,
  useNewestExecutions,
} from "@/lib/queries/execution-queries";
import { type HistoryHeld, mergeHistory, NOTHING_HELD } from "./history-merge";

/** How many further pages are read by themselves without anything found, before a person is asked. */
const PAGES_IN_VAIN = 20;
/** Pages whose rows are looked at while those of another filter are on their way. */
const PAGES_LOOKED_AT = 2;
/** A server nearby has answered by then, and drawing what is known would only be in the way of its rows. */
const LATE_MS = 150;
/** Ids one request names. */
const MOST_IN_SIGHT = 100;

/** The history of a pipeline as far as it has been read, kept up to date without moving a row. */
export function useHistory(target: string, pipeline: string, filter: HistoryFilter) {
  const client = useQueryClient();
  const query = useMemo(() => toHistoryQuery(filter), [filter]);
  const list = useExecutionPages(target, pipeline, query);
  const newest = useNewestExecutions(target, pipeline);
  const seen = useRef<readonly string[]>([]);
  const inSight = useExecutionsInSight(target, pipeline, () => {
    const newestIds = new Set(newest.data?.items.map((row) => row.id));
    return seen.current.filter((id) => !newestIds.has(id)).slice(0, MOST_IN_SIGHT);
  });
  // Until its rows have come, those of the filter before are shown; where that takes a while, of those what it wants, too.
  const isLate = useLate(list.isPlaceholderData);
  const [answered, setAnswered] = useState(filter);
  if (!list.isPlaceholderData && answered !== filter) setAnswered(filter);
  const all = list.data?.pages;
  const latest = useMemo(
    () =>
      isLate && all !== undefined
        ? { pages: known(all, filter), filter, isGuess: true }
        : { pages: all, filter: answered, isGuess: false },
    [all, answered, filter, isLate],
  );
  // A page that comes while somebody scrolls is let in when there is time for it; the first of another filter at once.
  const before = useDeferredValue(latest);
  const isFirst = !latest.isGuess && (before.isGuess || before.filter !== latest.filter);
  const { pages, filter: shown, isGuess } = isFirst ? latest : before;
  const held = useHeld(shown);
  const history = useMemo(
    () =>
      mergeHistory({
        pages: pages ?? [],
        newest: newest.data,
        inSight: inSight.data,
        held: held.value,
        filter: shown,
      }),
    [pages, newest.data, inSight.data, held.value, shown],
  );
  const { forget } = held;
  const readAnew = useCallback(() => {
    forget();
    void client.resetQueries({ queryKey: executionQueries.list(target, pipeline, query).queryKey });
  }, [client, target, pipeline, query, forget]);
  useEffect(() => {
    if (history.gone) readAnew();
  }, [history.gone, readAnew]);
  const show = () => {
    if (history.gap) {
      readAnew();
      return;
    }
    held.hold({
      accepted: [...history.pending, ...held.value.accepted],
      dropped: new Set([...held.value.dropped, ...history.left]),
      at: newest.data?.now,
    });
  };
  const pagesRead = pages?.length ?? 0;
  const inVain = pagesRead - 1 - (pages?.findLastIndex((page) => page.items.length > 0) ?? 0);
  const last = pages?.at(-1);
  return {
    ...history,
    reply: newest.data ?? pages?.[0],
    /** What is asked for now, as a query of the list. */
    query,
    /** How many rows there are, `+` when there may be more; null while that is not known. */
    shownCount: pages === undefined ? null : `${history.rows.length}${list.hasNextPage ? "+" : ""}`,
    /** The newest of whatever kind. */
    newest: newest.data?.items,
    /** How far back executions are kept by the server. */
    index: last?.index ?? newest.data?.index,
    loading: pages === undefined && list.error === null,
    /** What is shown is what was asked for before; what is asked for now is on its way. */
    stale: list.isPlaceholderData || pages !== latest.pages,
    /** What the rows were asked for by. */
    filter: shown,
    /** Why nothing could be read at all. */
    failed: pages === undefined ? list.error : null,
    /** Why the next page, or the first of another filter, could not be read. */
    olderFailed: list.isFetchNextPageError || (pages !== undefined && list.isError) ? list.error : null,
    /** The latest answer about the newest was none. */
    newestFailed: newest.error,
    // Rows that were known already tell nothing of how many are missing: page after page would come before one is drawn.
    hasOlder: list.hasNextPage && !list.isPlaceholderData && !isGuess && shown === latest.filter,
    readsOlder: list.isFetchingNextPage,
    searchedTo: last?.searchedTo,
    /** So much was read without finding anything that going on is a person's choice. */
    pauses: inVain >= held.allowed,
    readOlder: () => void list.fetchNextPage({ cancelRefetch: false }),
    goOn: () => {
      held.allow(inVain + PAGES_IN_VAIN);
      void list.fetchNextPage({ cancelRefetch: false });
    },
    show,
    /** Takes the ids of the rows near the window, for those to be looked at again. */
    onSight: useCallback((ids: readonly string[]) => {
      seen.current = ids;
    }, []),
    retry: () => {
      void newest.refetch();
      if (pages === undefined) void list.refetch();
    },
  };
}

/** Whether something has been waited for so long that a person begins to wait as well. */
function useLate(waits: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => setIsLate(true), LATE_MS);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [waits]);
  return waits && isLate;
}

/** Of the rows that are known, the newest that a filter wants: what is typed shows at once. */
function known(pages: readonly ExecutionList[], filter: HistoryFilter): ExecutionList[] {
  const wanted = historyMatcher(filter);
  return pages
    .slice(0, PAGES_LOOKED_AT)
    .map(({ nextCursor: _more, ...page }) => ({ ...page, items: page.items.filter(wanted) }));
}

/** What a person let into the list, and how far it may be searched in vain; of another filter, nothing of it holds. */
function useHeld(filter: HistoryFilter) {
  const [state, setState] = useState({ of: filter, value: NOTHING_HELD, allowed: PAGES_IN_VAIN });
  const current = state.of === filter ? state : { of: filter, value: NOTHING_HELD, allowed: PAGES_IN_VAIN };
  return {
    value: current.value,
    allowed: current.allowed,
    hold: (value: HistoryHeld) => setState({ ...current, value }),
    allow: (allowed: number) => setState({ ...current, allowed }),
    forget: useCallback(() => setState((before) => ({ ...before, value: NOTHING_HELD })), []),
  };
}
