import { useMemo } from "react";
import { preload } from "react-dom";
import type { FirstReply } from "@/lib/contract/first-reply";
import type { Target } from "@/lib/contract/target";
import { elapsedMs } from "@/lib/domain/elapsed";
import type { Freshness } from "@/lib/domain/freshness";
import type { Instant } from "@/lib/domain/instant";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { STALE_AFTER_MS } from "@/lib/domain/stale-after";
import { useFirstData } from "@/lib/queries/first-data";
import { useLive } from "@/lib/queries/live/live-store";
import { pipelineQueries, usePipelines } from "@/lib/queries/pipeline-queries";
import { useAtNow } from "@/lib/queries/server-now";
import { useTargets } from "@/lib/queries/target-queries";

/** Without an answer for this long, the page says so. */
const LOST_AFTER_MS = 10_000;
const NO_ROWS: readonly PipelineRow[] = [];
const NO_TARGETS: readonly Target[] = [];

export interface OverviewData {
  state: "loading" | "failed" | "ready";
  error: Error | null;
  retry: () => void;
  rows: readonly PipelineRow[];
  /** In the order of the configuration. */
  targets: readonly Target[];
  freshnessOf: (target: string) => Freshness | undefined;
  /** How long our own server has not answered: long enough to say so, or for nothing to be live any more. */
  silence: "none" | "lost" | "stale";
  /** When it last did. */
  repliedAt: Instant | undefined;
}

/** Everything the overview shows, from the two lists; `first` is what came of one with the page. */
export function useOverviewData(first: FirstReply | null): OverviewData {
  // A list that does not come with the page is on its way before the scripts are.
  if (first === null && typeof window === "undefined")
    preload("/api/pipelines", { as: "fetch", crossOrigin: "anonymous" });
  useFirstData([pipelineQueries.list().queryKey, first]);
  const pipelines = usePipelines();
  const targets = useTargets();
  const list = pipelines.data;
  const live = useLive().kind === "live";
  const ready = list !== undefined && targets.data !== undefined;
  const error = pipelines.error ?? targets.error;
  const listed = list?.freshness;
  const freshnessOf = useMemo(() => {
    const own = new Map(targets.data?.items.map((target) => [target.id, target.freshness]));
    return (target: string) => listed?.[target] ?? own.get(target);
  }, [listed, targets.data]);
  const repliedAt = list?.now;
  const silence = useAtNow((now) => {
    const ms = live || repliedAt === undefined ? 0 : (elapsedMs(repliedAt, now) ?? 0);
    return ms >= STALE_AFTER_MS ? "stale" : ms >= LOST_AFTER_MS ? "lost" : "none";
  });

  return {
    state: ready ? "ready" : error === null ? "loading" : "failed",
    error,
    retry: () => {
      void pipelines.refetch();
      void targets.refetch();
    },
    rows: ready ? list.items : NO_ROWS,
    targets: targets.data?.items ?? NO_TARGETS,
    freshnessOf,
    silence,
    repliedAt,
  };
}
