import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import type { ReceiptList } from "@/lib/contract/receipt";
import { fetchJson, fetchText } from "./fetch-json";

const EVERY_MS = 30_000;

function path(filter: Readonly<Record<string, string>>, cursor = ""): string {
  const query = new URLSearchParams({ ...filter, ...(cursor === "" ? {} : { cursor }) }).toString();
  return query === "" ? "/api/receipts" : `/api/receipts?${query}`;
}

export const activityQueries = {
  /** GET /api/receipts, page after page, newest first; `filter` is its query. */
  list: (filter: Readonly<Record<string, string>>) =>
    infiniteQueryOptions({
      queryKey: ["receipts", "activity", filter],
      queryFn: ({ pageParam, signal }) => fetchJson<ReceiptList>(path(filter, pageParam), { signal }),
      initialPageParam: "",
      getNextPageParam: ({ nextCursor }: ReceiptList) => nextCursor,
      retry: false,
      refetchInterval: EVERY_MS,
      placeholderData: (before) => before,
    }),
};

/** Receipts that pass a filter. */
export function useActivity(filter: Readonly<Record<string, string>>) {
  return useInfiniteQuery(activityQueries.list(filter));
}

/** All of them as comma-separated values. Throws ProblemError. */
export function readActivityCsv(filter: Readonly<Record<string, string>>): Promise<string> {
  return fetchText(path(filter), { headers: { accept: "text/csv" } });
}
