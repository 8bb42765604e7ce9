import { useMemo } from "react";
import type { Target } from "@/lib/contract/target";
import { elapsedMs } from "@/lib/domain/elapsed";
import type { Freshness } from "@/lib/domain/freshness";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { isDrained } from "@/lib/domain/row-drained";
import { usePipelines } from "@/lib/queries/pipeline-queries";
import { useNow } from "@/lib/queries/server-now";
import { useTargets } from "@/lib/queries/target-queries";

/** Without an answer for this long, the page says so. */
export const LOST_AFTER_MS = 10_000;
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
  drained: (row: PipelineRow) => boolean;
  /** Since our own server last answered. */
  silenceMs: number;
}

/** Everything the overview shows, from the two lists it polls. */
export function useOverviewData(): OverviewData {
  const pipelines = usePipelines();
  const targets = useTargets();
  const now = useNow();
  const list = pipelines.data;
  const ready = list !== undefined && targets.data !== undefined;
  const error = pipelines.error ?? targets.error;
  const freshnessOf = useMemo(() => {
    const own = new Map(targets.data?.items.map((target) => [target.id, target.freshness]));
    return (target: string) => list?.freshness[target] ?? own.get(target);
  }, [list, targets.data]);

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
    drained: (row) =>
      list !== undefined &&
      isDrained({ asOf: row.asOf, freshness: freshnessOf(row.target), repliedAt: list.now }, now),
    silenceMs: list === undefined ? 0 : (elapsedMs(list.now, now) ?? 0),
  };
}
