"use client";

import { useCallback, useEffect, useRef } from "react";
import type { PipelineParams } from "@/components/pipelines/use-pipeline-params";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { chosenNext } from "./chosen-next";
import { HistoryBody } from "./history-body";
import { HistoryCompare } from "./history-compare";
import { HistoryCsv } from "./history-csv";
import { HistoryFilter } from "./history-filter";
import type { HistoryOffer } from "./history-offers";
import { HistorySearch } from "./history-search";
import { useHistoryUrl } from "./history-url";
import { useHistory } from "./use-history";

export interface HistoryBoardProps {
  target: string;
  pipeline: string;
  /** What can be pressed on an execution. */
  offersOf: (execution: ExecutionSummary) => HistoryOffer[];
  onOpen: (params: PipelineParams) => void;
}

/** What is asked for, the executions that are, and two of them compared. */
export function HistoryBoard({ target, pipeline, offersOf, onOpen }: HistoryBoardProps) {
  const { statuses, text, type, compared, filter, change } = useHistoryUrl();
  const history = useHistory(target, pipeline, filter);
  const latest = useRef(compared);
  useEffect(() => {
    latest.current = compared;
  });
  const choose = useCallback((id: string) => change({ compared: chosenNext(latest.current, id) }), [change]);
  return (
    <>
      <div className="flex items-center gap-2.5 px-page pt-2.5 pb-2 max-sm:px-4">
        <HistorySearch
          text={text}
          count={history.shownCount}
          onType={type}
          onLeave={() => change({ q: text.trim() })}
        />
        <HistoryCsv target={target} pipeline={pipeline} filter={history.query} />
      </div>
      <HistoryFilter statuses={statuses} onChoose={(next) => change({ statuses: next })} />
      <HistoryBody
        target={target}
        pipeline={pipeline}
        history={history}
        chosen={compared}
        onChoose={choose}
        onClear={() => {
          type("");
          change({ statuses: [], q: "" });
        }}
        offersOf={offersOf}
        onOpen={onOpen}
      />
      {compared.length > 0 && (
        <HistoryCompare
          target={target}
          pipeline={pipeline}
          ids={compared}
          onSwap={() => change({ compared: compared.toReversed() })}
          onClose={() => change({ compared: [] })}
        />
      )}
    </>
  );
}
