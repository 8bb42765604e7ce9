"use client";

import { useState } from "react";
import { revisionsOf } from "@/components/approvals/revisions-of";
import { executionLabel } from "@/lib/domain/execution-label";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { shortExecution } from "@/lib/domain/short-id";
import { NothingToPress } from "./nothing-to-press";
import { OneExecutionDialog } from "./one-execution-dialog";
import { OverrideDialog } from "./override-dialog";
import type { PressAddress } from "./press-address";
import type { PressControl } from "./press-control";
import { ReleaseDialog } from "./release-dialog";
import { RetryDialog } from "./retry-dialog";
import { RollbackDialog } from "./rollback-dialog";
import { TransitionDialog } from "./transition-dialog";

export interface VerbDialogProps {
  state: PipelineState;
  address: PressAddress;
  /** Execution that was pointed at. */
  executionId?: string;
  control: PressControl;
}

/** The decision an address names. */
export function VerbDialog({ state, address, executionId, control }: VerbDialogProps) {
  const [gone] = useState(() => goneFrom(state, address, executionId));
  if (gone !== undefined)
    return <NothingToPress title="It is not what you opened" why={gone} control={control} />;
  const one = state.row.executionMode === "PARALLEL" ? executionId : undefined;
  switch (address.verb) {
    case "retry":
      return one === undefined ? (
        <RetryDialog state={state} stage={address.stage} control={control} />
      ) : (
        <OneExecutionDialog state={state} executionId={one} control={control}>
          {(execution) => (
            <RetryDialog state={state} stage={address.stage} execution={execution} control={control} />
          )}
        </OneExecutionDialog>
      );
    case "rollback":
      return (
        <RollbackDialog state={state} stage={address.stage} executionId={executionId} control={control} />
      );
    case "override": {
      const { stage, condition } = address;
      return one === undefined ? (
        <OverrideDialog state={state} stage={stage} condition={condition} control={control} />
      ) : (
        <OneExecutionDialog state={state} executionId={one} control={control}>
          {(execution) => (
            <OverrideDialog
              state={state}
              stage={stage}
              condition={condition}
              execution={execution}
              control={control}
            />
          )}
        </OneExecutionDialog>
      );
    }
    case "open-transition":
    case "close-transition":
      return (
        <TransitionDialog
          state={state}
          stage={address.stage}
          opens={address.verb === "open-transition"}
          control={control}
        />
      );
    case "release":
      return <ReleaseDialog state={state} control={control} />;
  }
}

/** What to tell when a retry or an override was asked for one execution, and its stage holds another by now. */
function goneFrom(state: PipelineState, address: PressAddress, executionId?: string): string | undefined {
  if (executionId === undefined || state.row.executionMode === "PARALLEL") return undefined;
  if (address.verb !== "retry" && address.verb !== "override") return undefined;
  const stage = state.stages.find(({ name }) => name === address.stage);
  if (stage?.executionId === undefined || stage.executionId === executionId) return undefined;
  const there = executionLabel(stage.executionId, revisionsOf(state, stage, stage.executionId));
  return `Another execution is in ${stage.name} now: ${there}. Execution ${shortExecution(executionId)} can no longer be pressed on there.`;
}
