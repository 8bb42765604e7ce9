"use client";

import type { ReactNode } from "react";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { useExecution } from "@/lib/queries/execution-queries";
import { NothingToPress } from "./nothing-to-press";
import type { PressControl } from "./press-control";

export interface OneExecutionDialogProps {
  state: PipelineState;
  executionId: string;
  control: PressControl;
  /** The decision, given what the execution's own page shows. */
  children: (execution: ExecutionDetail) => ReactNode;
}

/** A decision about one execution among several in the stage, once its own page's data is here. */
export function OneExecutionDialog({ state, executionId, control, children }: OneExecutionDialogProps) {
  const { reply, problem } = useExecution(state.row.target, state.row.name, executionId);
  if (reply !== undefined) return children(reply.execution);
  if (problem === undefined) return null;
  return <NothingToPress title="This execution cannot be read" why={problem.title} control={control} />;
}
