"use client";

import { PipelineDialogsOnDemand } from "@/components/pipelines/pipeline-dialogs-on-demand";
import type { Person } from "@/lib/domain/person";
import { usePipelineState } from "@/lib/queries/pipeline-state-queries";
import type { ChangeExecutionParams, ExecutionParams } from "./use-execution-params";

export interface ExecutionDialogsProps {
  target: string;
  pipeline: string;
  params: ExecutionParams;
  change: ChangeExecutionParams;
  person: Person;
}

/** The dialog the URL asks for. It decides on the state of the line, which is read while it is open. */
export function ExecutionDialogs({ target, pipeline, params, change, person }: ExecutionDialogsProps) {
  const { reply } = usePipelineState(target, pipeline);
  return <PipelineDialogsOnDemand state={reply?.state} params={params} change={change} person={person} />;
}
