"use client";

import { usePerson } from "@/components/layout/session-provider";
import { PipelineDialogsOnDemand } from "@/components/pipelines/pipeline-dialogs-on-demand";
import { PipelineHeading } from "@/components/pipelines/pipeline-heading";
import { PipelineTabs } from "@/components/pipelines/pipeline-tabs";
import { usePipelineParams } from "@/components/pipelines/use-pipeline-params";
import { pressAddress } from "@/components/presses/press-address";
import { useWhyNot } from "@/components/presses/use-why-not";
import type { FirstReply } from "@/lib/contract/first-reply";
import { accessQueries } from "@/lib/queries/access-queries";
import { executionQueries } from "@/lib/queries/execution-queries";
import { asFirstPage, useFirstData } from "@/lib/queries/first-data";
import { pipelineStateQueries, usePipelineState } from "@/lib/queries/pipeline-state-queries";
import { HistoryBoard } from "./history-board";
import { historyOffers } from "./history-offers";
import { stoppable } from "./stop-facts";

export interface HistoryPageProps {
  target: string;
  pipeline: string;
  /** What the page came with: the pipeline's state, and its newest executions. */
  first?: { state: FirstReply | null; newest: FirstReply | null };
  /** What may be pressed here, as the page came with it. */
  access?: FirstReply | null;
}

const EVERY_ONE: Readonly<Record<string, string>> = {};

/** Every execution of one pipeline, newest first, as far back as AWS tells. */
export function HistoryPage({ target, pipeline, first, access = null }: HistoryPageProps) {
  useFirstData(
    [pipelineStateQueries.state(target, pipeline).queryKey, first?.state ?? null],
    [accessQueries.at({ target, pipeline }).queryKey, access],
    [executionQueries.newest(target, pipeline).queryKey, first?.newest ?? null],
    [executionQueries.list(target, pipeline, EVERY_ONE).queryKey, first?.newest ?? null, asFirstPage],
  );
  const { reply } = usePipelineState(target, pipeline);
  const { params, change } = usePipelineParams();
  const person = usePerson();
  const whyNot = useWhyNot({ target, pipeline });
  const state = reply?.state;
  const nothing = state !== undefined && stoppable(state).length === 0;
  const stopOff =
    whyNot("stop") ?? (nothing ? "Nothing is on the line, so there is nothing to stop." : undefined);
  return (
    <>
      <PipelineHeading
        target={target}
        pipeline={pipeline}
        state={state}
        freshness={reply?.freshness}
        stopOff={stopOff}
        onStop={() => change({ stop: "1" })}
        releaseOff={whyNot("release")}
        onRelease={() => change({ press: pressAddress({ verb: "release" }) })}
      />
      <PipelineTabs target={target} pipeline={pipeline} current="history" />
      <HistoryBoard
        target={target}
        pipeline={pipeline}
        offersOf={(execution) => historyOffers(execution, state?.stages ?? [], whyNot)}
        onOpen={change}
      />
      <PipelineDialogsOnDemand state={state} params={params} change={change} person={person} />
    </>
  );
}
