import { queryOptions, useQuery } from "@tanstack/react-query";
import type { PipelineList } from "@/lib/contract/pipeline";
import { fetchJson } from "./fetch-json";

const POLL_MS = 3000;
/** Above this many rows a poll waits longer, in proportion, so that reading never takes most of a browser's time. */
const ROWS_A_POLL = 1000;

/** All pages of GET /api/pipelines, the freshness and `now` of the last. */
async function readAll(signal: AbortSignal): Promise<PipelineList> {
  let page = await fetchJson<PipelineList>("/api/pipelines", { signal });
  const items = [...page.items];
  // A change that came between two pages is applied again rather than left out.
  const { versions } = page;
  while (page.nextCursor !== undefined) {
    page = await fetchJson<PipelineList>(`/api/pipelines?cursor=${encodeURIComponent(page.nextCursor)}`, {
      signal,
    });
    items.push(...page.items);
  }
  return { items, versions, freshness: page.freshness, now: page.now };
}

export const pipelineQueries = {
  /** GET /api/pipelines: every row of every target, read again every 3 s while the page is visible. */
  list: () =>
    queryOptions({
      queryKey: ["pipelines"],
      queryFn: ({ signal }) => readAll(signal),
      staleTime: POLL_MS,
      refetchInterval: (query) => POLL_MS * Math.max(1, (query.state.data?.items.length ?? 0) / ROWS_A_POLL),
    }),
};

/** Every pipeline of every target. */
export function usePipelines() {
  return useQuery(pipelineQueries.list());
}
