import { queryOptions, useQuery } from "@tanstack/react-query";
import type { TagList, TargetTags } from "@/lib/contract/tags";
import { NO_TAGS, type TagBook, tagBook } from "@/lib/domain/pipeline-tags";
import { fetchJson } from "./fetch-json";

/** The server reads tags every few hours; while it has not read them all there are more before long. */
const STALE_MS = 300_000;
const UNREAD_POLL_MS = 10_000;

/** Every tag that is known, and what is not. */
export interface KnownTags {
  book: TagBook;
  /** Of how many pipelines. */
  count: number;
  /** Targets with pipelines whose tags are not known. */
  lacking: readonly TargetTags[];
}

export const tagQueries = {
  /** GET /api/tags: apart from the list, since most look at that without them. */
  list: () =>
    queryOptions({
      queryKey: ["tags"],
      queryFn: ({ signal }) => fetchJson<TagList>("/api/tags", { signal }),
      staleTime: STALE_MS,
      select: knownTags,
    }),
};

/**
 * The tags of all pipelines. `wanted` says whether anybody needs them: they are asked for then.
 */
export function useTags(wanted: boolean): { tags: KnownTags | undefined; failed: boolean } {
  const { data, isError } = useQuery({
    ...tagQueries.list(),
    enabled: wanted,
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ unread, denied }) => unread > 0 && denied === undefined)
        ? UNREAD_POLL_MS
        : STALE_MS,
  });
  return { tags: data, failed: isError };
}

/** The book, empty while nothing is known. */
export function bookOf(tags: KnownTags | undefined): TagBook {
  return tags?.book ?? NO_TAGS;
}

function knownTags({ items }: TagList): KnownTags {
  const count = items.flatMap(({ sets }) => sets).reduce((sum, { pipelines }) => sum + pipelines.length, 0);
  return { book: tagBook(items), count, lacking: items.filter(({ unread }) => unread > 0) };
}
