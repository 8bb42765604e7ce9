import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import {
  executionQueries,
  useExecutionPages,
  useExecutionsInSight,
  useNewestExecutions,
} from "@/lib/queries/execution-queries";
import { mergeHistory, NOTHING_HELD } from "./history-merge";

/** How many further pages are read by themselves without anything found, before a person is asked. */
const PAGES_IN_VAIN = 20;

/** Ids one request names. */
const MOST_IN_SIGHT = 100;

/** The history of a pipeline as far as it has been read, kept up to date without moving a row. */
export function useHistory(target: string, pipeline: string, statuses: readonly string[]) {
  const client = useQueryClient();
  const list = useExecutionPages(target, pipeline, statuses);
  const newest = useNewestExecutions(target, pipeline);
  const seen = useRef<readonly string[]>([]);
  const inSight = useExecutionsInSight(target, pipeline, () => {
    const newestIds = new Set(newest.data?.items.map((row) => row.id));
    return seen.current.filter((id) => !newestIds.has(id)).slice(0, MOST_IN_SIGHT);
  });
  const [held, setHeld] = useState(NOTHING_HELD);
  const [allowed, setAllowed] = useState(PAGES_IN_VAIN);
  // A page that comes while somebody scrolls is let in when there is time for it.
  const pages = useDeferredValue(list.data?.pages);
  const history = useMemo(
    () => mergeHistory({ pages: pages ?? [], newest: newest.data, inSight: inSight.data, held, statuses }),
    [pages, newest.data, inSight.data, held, statuses],
  );

  const readAnew = useCallback(() => {
    setHeld(NOTHING_HELD);
    void client.resetQueries({ queryKey: executionQueries.list(target, pipeline, statuses).queryKey });
  }, [client, target, pipeline, statuses]);

  useEffect(() => {
    if (history.gone) readAnew();
  }, [history.gone, readAnew]);

  const show = () => {
    if (history.gap) {
      readAnew();
      return;
    }
    setHeld({
      accepted: [...history.pending, ...held.accepted],
      dropped: new Set([...held.dropped, ...history.left]),
      at: newest.data?.now,
    });
  };

  const pagesRead = pages?.length ?? 0;
  const inVain = pagesRead - 1 - (pages?.findLastIndex((page) => page.items.length > 0) ?? 0);
  const last = pages?.at(-1);
  return {
    ...history,
    reply: newest.data ?? pages?.[0],
    loading: pages === undefined && list.error === null,
    /** Why nothing could be read at all. */
    failed: pages === undefined ? list.error : null,
    /** Why the next page could not be read. */
    olderFailed: list.isFetchNextPageError ? list.error : null,
    /** The latest answer about the newest was none. */
    newestFailed: newest.error,
    hasOlder: list.hasNextPage,
    readsOlder: list.isFetchingNextPage,
    searchedTo: last?.searchedTo,
    /** So much was read without finding anything that going on is a person's choice. */
    pauses: inVain >= allowed,
    readOlder: () => void list.fetchNextPage({ cancelRefetch: false }),
    goOn: () => {
      setAllowed(inVain + PAGES_IN_VAIN);
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
