"use client";

import { stoppable } from "@/components/executions/stop-facts";
import { usePerson } from "@/components/layout/session-provider";
import { PipelineDialogsOnDemand } from "@/components/pipelines/pipeline-dialogs-on-demand";
import { PipelineHeading } from "@/components/pipelines/pipeline-heading";
import { PipelineTabs } from "@/components/pipelines/pipeline-tabs";
import { usePipelineParams } from "@/components/pipelines/use-pipeline-params";
import { pressAddress } from "@/components/presses/press-address";
import { useWhyNot } from "@/components/presses/use-why-not";
import type { FirstReply } from "@/lib/contract/first-reply";
import { accessQueries } from "@/lib/queries/access-queries";
import { useFirstData } from "@/lib/queries/first-data";
import { pipelineStateQueries, usePipelineState } from "@/lib/queries/pipeline-state-queries";
import { structureQueries } from "@/lib/queries/structure-queries";
import { StructureBody } from "./structure-body";
import { useStructureUrl } from "./structure-url";

export interface StructurePageProps {
  target: string;
  pipeline: string;
  /** What the page came with: the pipeline's state, and the declaration the address asks for. */
  first?: { state: FirstReply | null; structure: FirstReply | null };
  /** What may be pressed here, as the page came with it. */
  access?: FirstReply | null;
}

/** The declaration of one pipeline: any version of it, and what changed from one to another. */
export function StructurePage({ target, pipeline, first, access = null }: StructurePageProps) {
  const { params: url, change: choose } = useStructureUrl();
  useFirstData(
    [pipelineStateQueries.state(target, pipeline).queryKey, first?.state ?? null],
    [accessQueries.at({ target, pipeline }).queryKey, access],
    [structureQueries.of(target, pipeline, url).queryKey, first?.structure ?? null],
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
      <PipelineTabs target={target} pipeline={pipeline} current="structure" />
      <StructureBody
        target={target}
        pipeline={pipeline}
        url={url}
        onChoose={choose}
        newest={state?.row.version}
      />
      <PipelineDialogsOnDemand state={state} params={params} change={change} person={person} />
    </>
  );
}
