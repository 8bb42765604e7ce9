"use client";

import { stoppable } from "@/components/executions/stop-facts";
import { usePerson } from "@/components/layout/session-provider";
import { pressAddress } from "@/components/presses/press-address";
import { type PressOpener, PressOpenerContext } from "@/components/presses/press-opener";
import { useWhyNot } from "@/components/presses/use-why-not";
import type { FirstReply } from "@/lib/contract/first-reply";
import { accessQueries } from "@/lib/queries/access-queries";
import { useFirstData } from "@/lib/queries/first-data";
import { pipelineStateQueries, usePipelineState } from "@/lib/queries/pipeline-state-queries";
import { useReadNow } from "@/lib/queries/read-now";
import { DrainedProvider } from "./drained-provider";
import { MissingPermissions } from "./missing-permissions";
import { PipelineAnnouncer } from "./pipeline-announcer";
import { PipelineBoard } from "./pipeline-board";
import { PipelineDialogsOnDemand } from "./pipeline-dialogs-on-demand";
import { PipelineFreshnessBanner } from "./pipeline-freshness-banner";
import { PipelineHeading } from "./pipeline-heading";
import { PipelineProblem } from "./pipeline-problem";
import { PipelineSkeleton } from "./pipeline-skeleton";
import { PipelineTabs } from "./pipeline-tabs";
import { PipelineWaiting } from "./pipeline-waiting";
import { usePipelineParams } from "./use-pipeline-params";

export interface PipelinePageProps {
  target: string;
  pipeline: string;
  /** The state the page came with. */
  first?: FirstReply | null;
  /** What may be pressed here, as the page came with it. */
  access?: FirstReply | null;
}

/** The page of one pipeline: structure and live state together, and the decisions that can be made on it. */
export function PipelinePage({ target, pipeline, first = null, access = null }: PipelinePageProps) {
  useFirstData(
    [pipelineStateQueries.state(target, pipeline).queryKey, first],
    [accessQueries.at({ target, pipeline }).queryKey, access],
  );
  const { reply, problem, retry } = usePipelineState(target, pipeline);
  const { params, change } = usePipelineParams();
  const { readNow } = useReadNow(target, pipeline);
  const person = usePerson();
  const whyNot = useWhyNot({ target, pipeline });
  const state = reply?.state;
  const stopOff =
    whyNot("stop") ??
    (state === undefined || stoppable(state).length > 0
      ? undefined
      : "Nothing is on the line, so there is nothing to stop.");
  const openStop = () => change({ stop: "1" });
  const open: PressOpener["open"] = (address, execution) =>
    change({ press: pressAddress(address), execution });
  const opener: PressOpener | null =
    state === undefined
      ? null
      : {
          open,
          whyNot,
          executionMode: state.row.executionMode,
          pipelineType: state.row.pipelineType,
          firstStage: state.stages[0]?.name,
        };

  return (
    <DrainedProvider reply={reply}>
      <PipelineHeading
        target={target}
        pipeline={pipeline}
        state={state}
        freshness={reply?.freshness}
        stopOff={stopOff}
        onStop={openStop}
        releaseOff={whyNot("release")}
        onRelease={() => open({ verb: "release" })}
      />
      <PipelineTabs target={target} pipeline={pipeline} current="state" />
      {reply === undefined && problem === undefined && <PipelineSkeleton />}
      {reply === undefined && problem !== undefined && (
        <PipelineProblem
          target={target}
          pipeline={pipeline}
          problem={problem}
          onRetry={problem.code.startsWith("aws.") ? readNow : retry}
        />
      )}
      {reply !== undefined && state !== undefined && (
        <>
          <PipelineAnnouncer state={state} />
          <PipelineFreshnessBanner
            target={target}
            pipeline={pipeline}
            reply={reply}
            problem={problem}
            onTryNow={retry}
          />
          <MissingPermissions target={target} denied={state.denied} />
          <PipelineWaiting state={state} freshness={reply.freshness} />
          <PressOpenerContext value={opener}>
            <PipelineBoard
              state={state}
              params={params}
              change={change}
              stopOff={stopOff}
              onStop={openStop}
            />
          </PressOpenerContext>
        </>
      )}
      <PipelineDialogsOnDemand state={state} params={params} change={change} person={person} />
    </DrainedProvider>
  );
}
