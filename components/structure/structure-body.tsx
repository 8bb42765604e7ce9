"use client";

import clsx from "clsx";
import { PipelineProblem } from "@/components/pipelines/pipeline-problem";
import { Banner } from "@/components/ui/banner";
import { InlineOnDemand } from "@/components/ui/inline-on-demand";
import { useVersions } from "@/lib/queries/structure-queries";
import { StructureDeclaration } from "./structure-declaration";
import { structureChangesPart, structureTextPart } from "./structure-parts-on-demand";
import { StructureProblem } from "./structure-problem";
import { StructureSkeleton } from "./structure-skeleton";
import { StructureToolbar } from "./structure-toolbar";
import type { StructureParams } from "./structure-url";

export interface StructureBodyProps {
  target: string;
  pipeline: string;
  url: StructureParams;
  onChoose: (patch: Partial<StructureParams>) => void;
  /** The newest version, as the pipeline's state tells. */
  newest?: number;
}

/** A version of the declaration in the form that was chosen, below what chooses. */
export function StructureBody({ target, pipeline, url, onChoose, newest }: StructureBodyProps) {
  const { reply, changing, problem, retry } = useVersions(target, pipeline, url);
  const none = url.wrong !== undefined || problem?.code === "version.not-found";
  if (none) {
    return (
      <StructureProblem target={target} pipeline={pipeline} asked={url.wrong ?? problem?.detail ?? ""} />
    );
  }
  if (reply === undefined) {
    return problem === undefined ? (
      <StructureSkeleton />
    ) : (
      <PipelineProblem target={target} pipeline={pipeline} problem={problem} onRetry={retry} />
    );
  }
  const came = url.version === undefined && newest !== undefined && newest > reply.currentVersion;
  return (
    <>
      {came && (
        <Banner
          tone="neutral"
          lead={`Version ${newest} is there now.`}
          action={
            <button type="button" onClick={retry} className="thumb font-medium text-accent hover:underline">
              Show it
            </button>
          }
        >
          Below is version {reply.currentVersion}.
        </Banner>
      )}
      {problem !== undefined && (
        <Banner tone="wait" lead="Not read just now.">
          {problem.detail ?? problem.title}
        </Banner>
      )}
      <StructureToolbar reply={reply} url={url} onChoose={onChoose} />
      <div aria-busy={changing} className={clsx("px-page pb-page max-sm:px-0", changing && "opacity-60")}>
        {url.view === "declaration" && <StructureDeclaration structure={reply.structure} />}
        {url.view === "changes" && <InlineOnDemand part={structureChangesPart} hand={{ reply, onChoose }} />}
        {(url.view === "json" || url.view === "yaml") && (
          <InlineOnDemand part={structureTextPart} hand={{ structure: reply.structure, form: url.view }} />
        )}
      </div>
    </>
  );
}
