import { queryOptions, useQuery } from "@tanstack/react-query";
import type { InboxCount, InboxList } from "@/lib/contract/inbox";
import { fetchJson } from "./fetch-json";
import { isLive, resumesByStream, useIsLive } from "./live/live-store";

/** While changes do not come by themselves. */
const LIST_POLL_MS = 5000;
const COUNT_POLL_MS = 15_000;

export const inboxQueries = {
  /** GET /api/inbox. Asked again every 5 s while the page is visible, or when the stream tells of a change. */
  list: () =>
    queryOptions({
      queryKey: ["inbox"],
      queryFn: ({ signal }) => fetchJson<InboxList>("/api/inbox", { signal }),
      staleTime: () => (isLive() ? Number.POSITIVE_INFINITY : LIST_POLL_MS),
      refetchOnWindowFocus: () => (resumesByStream() ? false : "always"),
    }),
  /** GET /api/inbox/count. The same, every 15 s. */
  count: () =>
    queryOptions({
      queryKey: ["inbox-count"],
      queryFn: ({ signal }) => fetchJson<InboxCount>("/api/inbox/count", { signal }),
      staleTime: () => (isLive() ? Number.POSITIVE_INFINITY : COUNT_POLL_MS),
      refetchOnWindowFocus: () => (resumesByStream() ? false : "always"),
    }),
};

/** All that needs a person, worst first. */
export function useInbox() {
  const live = useIsLive();
  return useQuery({ ...inboxQueries.list(), refetchInterval: live ? false : LIST_POLL_MS });
}

/** How many items the person may settle; undefined until it is known. Only another number draws anew. */
export function useInboxCount(): number | undefined {
  const live = useIsLive();
  return useQuery({
    ...inboxQueries.count(),
    refetchInterval: live ? false : COUNT_POLL_MS,
    select: ({ counts }) => counts.mine,
  }).data;
}
