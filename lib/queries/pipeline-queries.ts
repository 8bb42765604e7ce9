import { queryOptions, useQuery } from "@tanstack/react-query";
import type { PipelineList } from "@/lib/contract/pipeline";
import { fetchJson } from "./fetch-json";
import { keepRows } from "./keep-rows";
import { isLive, resumesByStream, useIsLive } from "./live/live-store";
import { shareParts } from "./share-parts";

const POLL_MS = 3000;
/** Above this many rows a poll waits longer, in proportion, so that reading never takes most of a browser's time. */
const ROWS_A_POLL = 1000;

/** All pages of GET /api/pipelines, the freshness and `now` of the last. */
async function readAll(signal: AbortSignal): Promise<PipelineList> {
  let page = await fetchJson<PipelineList>("/api/pipelines", { signal });
  const items = [...shareParts(page.items)];
  // A change that came between two pages is applied again rather than left out.
  const { versions } = page;
  while (page.nextCursor !== undefined) {
    page = await fetchJson<PipelineList>(`/api/pipelines?cursor=${encodeURIComponent(page.nextCursor)}`, {
      signal,
    });
    items.push(...shareParts(page.items));
  }
  return { items, versions, freshness: page.freshness, now: page.now };
}

export const pipelineQueries = {
  /**
   * GET /api/pipelines: every row of every target. Read again every 3 s while the page is visible, unless changes come
   * by themselves.
   */
  list: () =>
    queryOptions({
      queryKey: ["pipelines"],
      queryFn: async ({ signal, client, queryKey }) =>
        keepRows(client.getQueryData(queryKey), await readAll(signal)),
      // What is written besides has its rows in order already; comparing 10,000 of them anew takes long.
      structuralSharing: false,
      staleTime: () => (isLive() ? Number.POSITIVE_INFINITY : POLL_MS),
      refetchOnWindowFocus: () => (resumesByStream() ? false : "always"),
    }),
};

/** Every pipeline of every target. */
export function usePipelines() {
  const live = useIsLive();
  return useQuery({
    ...pipelineQueries.list(),
    refetchInterval: ({ state }) =>
      live ? false : POLL_MS * Math.max(1, (state.data?.items.length ?? 0) / ROWS_A_POLL),
  });
}

/** What the list says besides its rows, for whoever does not ask for it: when it was told, and every freshness. */
export function useListedFreshness() {
  return useQuery({ ...pipelineQueries.list(), enabled: false, select: selectFreshness }).data;
}

type ListedFreshness = Pick<PipelineList, "now" | "freshness">;

let selected: ListedFreshness | undefined;

/** The same object until it says something else, since whoever shows it is drawn anew for another. */
function selectFreshness({ now, freshness }: PipelineList): ListedFreshness {
  if (selected?.now !== now || selected.freshness !== freshness) selected = { now, freshness };
  return selected;
}
