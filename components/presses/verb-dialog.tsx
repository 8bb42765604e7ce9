"use client";

import type { PipelineState } from "@/lib/domain/pipeline-state";
import { OverrideDialog } from "./override-dialog";
import type { PressAddress } from "./press-address";
import type { PressControl } from "./press-control";
import { ReleaseDialog } from "./release-dialog";
import { RetryDialog } from "./retry-dialog";
import { RetryOneDialog } from "./retry-one-dialog";
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
  switch (address.verb) {
    case "retry":
      return executionId === undefined || state.row.executionMode !== "PARALLEL" ? (
        <RetryDialog state={state} stage={address.stage} control={control} />
      ) : (
        <RetryOneDialog state={state} stage={address.stage} executionId={executionId} control={control} />
      );
    case "rollback":
      return (
        <RollbackDialog state={state} stage={address.stage} executionId={executionId} control={control} />
      );
    case "override":
      return (
        <OverrideDialog state={state} stage={address.stage} condition={address.condition} control={control} />
      );
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
