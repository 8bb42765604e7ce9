import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import type { HouseEventList } from "@/lib/contract/house-event";
import { fetchJson } from "./fetch-json";

const EVERY_MS = 60_000;

export const eventQueries = {
  /** GET /api/events, page after page, newest first. */
  list: () =>
    infiniteQueryOptions({
      queryKey: ["events"],
      queryFn: ({ pageParam, signal }) =>
        fetchJson<HouseEventList>(pageParam === "" ? "/api/events" : `/api/events?cursor=${pageParam}`, {
          signal,
        }),
      initialPageParam: "",
      getNextPageParam: ({ nextCursor }: HouseEventList) => nextCursor,
      retry: false,
      refetchInterval: EVERY_MS,
    }),
};

/** Sign-ins, denied attempts and configuration loads. */
export function useHouseEvents() {
  return useInfiniteQuery(eventQueries.list());
}
