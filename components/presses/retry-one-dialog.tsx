"use client";

import type { PipelineState } from "@/lib/domain/pipeline-state";
import { useExecution } from "@/lib/queries/execution-queries";
import { NothingToPress } from "./nothing-to-press";
import type { PressControl } from "./press-control";
import { RetryDialog } from "./retry-dialog";

export interface RetryOneDialogProps {
  state: PipelineState;
  stage: string;
  executionId: string;
  control: PressControl;
}

/** The retry of one execution among several in the stage, once its own page's data is here. */
export function RetryOneDialog({ state, stage, executionId, control }: RetryOneDialogProps) {
  const { reply, problem } = useExecution(state.row.target, state.row.name, executionId);
  if (reply !== undefined)
    return <RetryDialog state={state} stage={stage} execution={reply.execution} control={control} />;
  if (problem === undefined) return null;
  return <NothingToPress title="This execution cannot be read" why={problem.title} control={control} />;
}
