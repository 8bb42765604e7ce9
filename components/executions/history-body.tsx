"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { MissingPermissions } from "@/components/pipelines/missing-permissions";
import { PipelineFreshnessBanner } from "@/components/pipelines/pipeline-freshness-banner";
import { PipelineProblem } from "@/components/pipelines/pipeline-problem";
import { useMediaQuery } from "@/components/pipelines/use-media-query";
import type { PipelineParams } from "@/components/pipelines/use-pipeline-params";
import { medianTookMs } from "@/lib/domain/duration-scale";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { isFiltering } from "@/lib/domain/history-filter";
import { isDrained } from "@/lib/domain/row-drained";
import { ProblemError } from "@/lib/queries/fetch-json";
import { useAtNow } from "@/lib/queries/server-now";
import { HistoryColumnHeads } from "./history-column-heads";
import { HistoryEmpty } from "./history-empty";
import { HistoryError } from "./history-error";
import { HistoryFoot } from "./history-foot";
import { useHistoryKeys } from "./history-keys";
import { HistoryList, type HistoryListHandle } from "./history-list";
import { HistoryMenu } from "./history-menu";
import type { HistoryOffer } from "./history-offers";
import { HistoryPending } from "./history-pending";
import { HistorySkeleton } from "./history-skeleton";
import type { useHistory } from "./use-history";

export interface HistoryBodyProps {
  target: string;
  pipeline: string;
  history: ReturnType<typeof useHistory>;
  /** Ids of the executions to be compared. */
  chosen: readonly string[];
  onChoose: (id: string) => void;
  onClear: () => void;
  /** What can be pressed on an execution. */
  offersOf: (execution: ExecutionSummary) => HistoryOffer[];
  onOpen: (params: PipelineParams) => void;
}

/** The list, or what stands in its place. */
export function HistoryBody(props: HistoryBodyProps) {
  const { target, pipeline, history, chosen, onChoose, onClear, offersOf, onOpen } = props;
  const cards = useMediaQuery("(max-width: 1023px)");
  const [menu, setMenu] = useState<{ id: string; anchor: HTMLElement }>();
  const onMenu = useCallback((id: string, anchor: HTMLElement) => setMenu({ id, anchor }), []);
  const list = useRef<HistoryListHandle>(null);
  useHistoryKeys(list);
  const { reply, rows, filter, newest } = history;
  const medianMs = useMemo(() => medianTookMs(newest ?? []), [newest]);
  const problem = history.newestFailed instanceof ProblemError ? history.newestFailed.problem : undefined;
  const drained = useAtNow(
    (now) =>
      reply !== undefined &&
      now !== 0 &&
      isDrained({ asOf: reply.freshness.asOf, freshness: reply.freshness, repliedAt: reply.now }, now),
  );
  const today = useAtNow((now) =>
    (now === 0 ? (reply?.now ?? "") : new Date(now).toISOString()).slice(0, 10),
  );

  if (history.failed !== null) {
    return history.failed instanceof ProblemError ? (
      <PipelineProblem
        target={target}
        pipeline={pipeline}
        problem={history.failed.problem}
        onRetry={history.retry}
      />
    ) : (
      <HistoryError error={history.failed} onRetry={history.retry} />
    );
  }
  if (history.loading) return <HistorySkeleton />;
  const opened = rows.find(({ id }) => id === menu?.id);
  const empty = rows.length === 0 && !history.hasOlder && !history.stale;
  return (
    <>
      {reply !== undefined && (
        <PipelineFreshnessBanner
          target={target}
          pipeline={pipeline}
          reply={reply}
          problem={problem}
          onTryNow={history.retry}
        />
      )}
      <MissingPermissions target={target} denied={reply?.denied} />
      {empty && history.pending.length === 0 ? (
        <HistoryEmpty pipeline={pipeline} filter={filter} unread={history.index?.unread} onClear={onClear} />
      ) : (
        <section
          aria-label="Executions"
          aria-busy={history.stale}
          className="mx-page mb-page max-w-[1640px] rounded-card border bg-surface max-sm:mx-0 max-sm:rounded-none max-sm:border-x-0"
        >
          <div className="z-10 rounded-t-card bg-surface lg:sticky lg:top-bar">
            <HistoryColumnHeads />
            <HistoryPending
              came={history.pending.length}
              more={history.gap}
              left={history.left.length}
              onShow={() => {
                history.show();
                window.scrollTo({ top: 0 });
              }}
            />
          </div>
          <HistoryList
            ref={list}
            rows={rows}
            question={filter}
            target={target}
            pipeline={pipeline}
            cards={cards}
            today={today}
            drained={drained}
            more={history.hasOlder && !history.pauses && history.olderFailed === null}
            reads={history.readsOlder}
            onNearEnd={history.readOlder}
            onSight={history.onSight}
            onMenu={onMenu}
            chosen={chosen}
            onChoose={onChoose}
            medianMs={medianMs}
          />
          {menu !== undefined && opened !== undefined && (
            <HistoryMenu
              key={menu.id}
              {...menu}
              offers={offersOf(opened)}
              onOpen={onOpen}
              onClose={() => setMenu(undefined)}
            />
          )}
          <HistoryFoot
            found={rows.length}
            filtered={isFiltering(filter)}
            index={history.index}
            searchedTo={history.searchedTo ?? rows.at(-1)?.startedAt}
            today={today}
            hasOlder={history.hasOlder}
            pauses={history.pauses}
            error={history.olderFailed}
            onGoOn={history.goOn}
          />
        </section>
      )}
    </>
  );
}
