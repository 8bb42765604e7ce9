import { queryOptions, useQuery } from "@tanstack/react-query";
import type { RevisionsReply } from "@/lib/contract/revisions";
import { fetchJson } from "./fetch-json";

const EVERY_MS = 15_000;
/** A question shorter than this finds everything. */
export const SHORTEST_QUESTION = 3;

export const revisionQueries = {
  /** GET /api/revisions?q=, read again every 15 s while the page is visible. What was found before stays meanwhile. */
  find: (q: string) =>
    queryOptions<RevisionsReply, Error>({
      queryKey: ["revisions", q],
      queryFn: ({ signal }) =>
        fetchJson<RevisionsReply>(`/api/revisions?${new URLSearchParams({ q })}`, { signal }),
      enabled: q.length >= SHORTEST_QUESTION,
      retry: false,
      staleTime: EVERY_MS,
      refetchInterval: EVERY_MS,
      refetchIntervalInBackground: false,
      placeholderData: (before) => before,
    }),
};

/** Where the revisions are that a question finds. */
export function useRevisions(q: string) {
  return useQuery(revisionQueries.find(q));
}
