import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  replaceEqualDeep,
  useInfiniteQuery,
  useQuery,
} from "@tanstack/react-query";
import type { ExecutionDetailReply } from "@/lib/contract/execution-detail";
import type { ExecutionList } from "@/lib/contract/execution-list";
import type { ReceiptList } from "@/lib/contract/receipt";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { isInFlight } from "@/lib/domain/in-flight";
import { fetchJson, fetchText, ProblemError } from "./fetch-json";
import { LOOK_EVERY_MS, useIsLive } from "./live/live-store";
import { pipelineApi } from "./stage-path";

const PAGE_ROWS = "100";
/** Of a filter, which is typed letter by letter, as many as a window shows. */
const FILTERED_ROWS = "50";
const NEWEST_ROWS = "50";
const NEWEST_EVERY_MS = 3000;
const IN_SIGHT_EVERY_MS = 15_000;
const RUNNING_EVERY_MS = 2000;
const FINISHED_EVERY_MS = 30_000;
/** After an answer that was none. */
const RETRY_EVERY_MS = 5000;

function path(target: string, pipeline: string): string {
  return `${pipelineApi({ target, pipeline })}/executions`;
}

/** A page whose rows are those that other filters brought, where they say the same: what is drawn of them stays. */
function sameRows(client: QueryClient, place: readonly string[], page: ExecutionList): ExecutionList {
  const wanted = new Set(page.items.map(({ id }) => id));
  const known = new Map<string, ExecutionSummary>();
  const lists = client.getQueriesData<InfiniteData<ExecutionList>>({ queryKey: ["executions", ...place] });
  for (const [, list] of lists)
    for (const { items } of list?.pages ?? [])
      for (const row of items) if (wanted.has(row.id)) known.set(row.id, row);
  return { ...page, items: page.items.map((row) => replaceEqualDeep(known.get(row.id), row)) };
}

export const executionQueries = {
  /**
   * GET …/executions page by page, newest first; `filter` is its query. Pages are never read again by themselves: `newest`
   * tells what changed. While those of another filter come, the ones before stay.
   */
  list: (target: string, pipeline: string, filter: Readonly<Record<string, string>>) =>
    infiniteQueryOptions({
      queryKey: ["executions", target, pipeline, filter],
      queryFn: async ({ signal, pageParam, client }) => {
        const limit = Object.keys(filter).length > 0 && pageParam === "" ? FILTERED_ROWS : PAGE_ROWS;
        const query = new URLSearchParams({ ...filter, limit });
        if (pageParam !== "") query.set("cursor", pageParam);
        const page = await fetchJson<ExecutionList>(`${path(target, pipeline)}?${query}`, { signal });
        return Object.keys(filter).length > 0 ? sameRows(client, [target, pipeline], page) : page;
      },
      initialPageParam: "",
      getNextPageParam: (page) => page.nextCursor,
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      placeholderData: (before) => before,
      // Comparing thousands of rows that never change with every page would hold up the scrolling.
      structuralSharing: false,
    }),
  /**
   * The newest executions of whatever status, read again every 3 s while the page is visible; every 15 s, and when the
   * stream tells of a change, while there is one.
   */
  newest: (target: string, pipeline: string) =>
    queryOptions<ExecutionList, Error>({
      queryKey: ["executions-newest", target, pipeline],
      queryFn: ({ signal }) =>
        fetchJson<ExecutionList>(`${path(target, pipeline)}?limit=${NEWEST_ROWS}`, { signal }),
      retry: false,
      staleTime: NEWEST_EVERY_MS,
      refetchIntervalInBackground: false,
    }),
  /**
   * Those executions that somebody looks at besides the newest, as they are now: one that ended long ago may be retried.
   * Every 15 s; what was told once is kept. `inSight` names them when it is asked.
   */
  inSight: (target: string, pipeline: string, inSight: () => readonly string[]) =>
    queryOptions<ReadonlyMap<string, ExecutionSummary>, Error>({
      queryKey: ["executions-in-sight", target, pipeline],
      queryFn: async ({ signal, client, queryKey }) => {
        const known = client.getQueryData<ReadonlyMap<string, ExecutionSummary>>(queryKey) ?? new Map();
        const ids = inSight();
        if (ids.length === 0) return known;
        const query = new URLSearchParams({ ids: ids.join(","), limit: PAGE_ROWS });
        const { items } = await fetchJson<ExecutionList>(`${path(target, pipeline)}?${query}`, { signal });
        return items.length === 0
          ? known
          : new Map([...known, ...items.map((row) => [row.id, row] as const)]);
      },
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      refetchInterval: IN_SIGHT_EVERY_MS,
      refetchIntervalInBackground: false,
      structuralSharing: false,
    }),
  /**
   * GET …/executions/{id}: every 2 s while it runs, every 30 s once it has ended, never while the page is hidden. With
   * a stream every 15 s, and when it tells of a change.
   */
  detail: (target: string, pipeline: string, id: string) =>
    queryOptions<ExecutionDetailReply, Error>({
      queryKey: ["execution", target, pipeline, id],
      queryFn: ({ signal }) =>
        fetchJson<ExecutionDetailReply>(`${path(target, pipeline)}/${encodeURIComponent(id)}`, { signal }),
      retry: false,
      staleTime: RUNNING_EVERY_MS,
      refetchIntervalInBackground: false,
    }),
  /** GET …/executions/{id}?compareWith=: what differs between two, as they are now. */
  comparison: (target: string, pipeline: string, [one, other]: readonly [string, string]) =>
    queryOptions<ExecutionDetailReply, Error>({
      queryKey: ["execution", target, pipeline, one, "compared", other],
      queryFn: ({ signal }) => {
        const address = `${path(target, pipeline)}/${encodeURIComponent(one)}`;
        return fetchJson<ExecutionDetailReply>(`${address}?compareWith=${encodeURIComponent(other)}`, {
          signal,
        });
      },
      retry: false,
      refetchInterval: FINISHED_EVERY_MS,
      refetchIntervalInBackground: false,
    }),
  /** GET /api/receipts of one execution, newest first: who pressed what on it. */
  presses: (target: string, pipeline: string, id: string) =>
    queryOptions<ReceiptList, Error>({
      queryKey: ["receipts", target, pipeline, id],
      queryFn: ({ signal }) => {
        const query = new URLSearchParams({ target, pipeline, executionId: id });
        return fetchJson<ReceiptList>(`/api/receipts?${query}`, { signal });
      },
      retry: false,
      staleTime: RETRY_EVERY_MS,
      refetchInterval: FINISHED_EVERY_MS,
    }),
};

/** Executions of a pipeline, a page after the other. */
export function useExecutionPages(
  target: string,
  pipeline: string,
  filter: Readonly<Record<string, string>>,
) {
  return useInfiniteQuery(executionQueries.list(target, pipeline, filter));
}

/** All that a filter wants as comma-separated values. Throws ProblemError. */
export function readExecutionsCsv(
  target: string,
  pipeline: string,
  filter: Readonly<Record<string, string>>,
): Promise<string> {
  const query = new URLSearchParams(filter).toString();
  return fetchText(path(target, pipeline) + (query === "" ? "" : `?${query}`), {
    headers: { accept: "text/csv" },
  });
}

/** The newest executions of a pipeline, live. Keeps the last answer while later ones fail. */
export function useNewestExecutions(target: string, pipeline: string) {
  const live = useIsLive();
  return useQuery({
    ...executionQueries.newest(target, pipeline),
    refetchInterval: ({ state }) =>
      state.status === "error" ? RETRY_EVERY_MS : live ? LOOK_EVERY_MS : NEWEST_EVERY_MS,
  });
}

/** The newest executions, ended ones too, newest first; undefined while they are not known. */
export function useExecutionsOnce(target: string, pipeline: string) {
  const { data } = useQuery({
    ...executionQueries.newest(target, pipeline),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  return data?.items;
}

/** What is known of the executions in sight since their page was read, by id. */
export function useExecutionsInSight(target: string, pipeline: string, inSight: () => readonly string[]) {
  return useQuery(executionQueries.inSight(target, pipeline, inSight));
}

/**
 * One execution, live; without an id none. Keeps the last answer while later ones fail; `problem` is the latest failure.
 */
export function useExecution(target: string, pipeline: string, id: string | undefined) {
  const live = useIsLive();
  const query = useQuery({
    ...executionQueries.detail(target, pipeline, id ?? ""),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => {
      if (state.status === "error") return RETRY_EVERY_MS;
      const status = state.data?.execution.summary.status;
      if (status === undefined || !isInFlight(status)) return live ? LOOK_EVERY_MS : FINISHED_EVERY_MS;
      return live ? LOOK_EVERY_MS : RUNNING_EVERY_MS;
    },
  });
  return {
    reply: query.data,
    problem: query.error instanceof ProblemError ? query.error.problem : undefined,
    retry: () => void query.refetch(),
  };
}

/** What differs between two executions. */
export function useComparison(target: string, pipeline: string, ids: readonly [string, string]) {
  return useQuery(executionQueries.comparison(target, pipeline, ids));
}

/** Presses on one execution. */
export function useExecutionPresses(target: string, pipeline: string, id: string) {
  return useQuery(executionQueries.presses(target, pipeline, id));
}
