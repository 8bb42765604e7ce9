"use client";

import { useEffect } from "react";
import { revisionsOf } from "@/components/approvals/revisions-of";
import { ReleaseButton } from "@/components/presses/release-button";
import { Button } from "@/components/ui/button";
import { ExternalLink } from "@/components/ui/external-link";
import { actionKey, readActionKey } from "@/lib/domain/action-key";
import type { PipelineState, StageState } from "@/lib/domain/pipeline-state";
import { ActionPanel } from "./action-panel";
import { FullRail } from "./full-rail";
import { FullRailVertical } from "./full-rail-vertical";
import { OnTheLine } from "./on-the-line";
import { ParallelRuns } from "./parallel-runs";
import { pipelineDialogs } from "./pipeline-dialogs-part";
import { StagePanel } from "./stage-panel";
import { useMediaQuery } from "./use-media-query";
import type { PipelineParams, usePipelineParams } from "./use-pipeline-params";

export interface PipelineBoardProps {
  state: PipelineState;
  params: PipelineParams;
  change: ReturnType<typeof usePipelineParams>["change"];
  stopOff?: string;
  onStop: () => void;
}

/** The rail, the executions on it, and the panel of the selected action beside or over them. */
export function PipelineBoard({ state, params, change, stopOff, onStop }: PipelineBoardProps) {
  const phone = useMediaQuery("(max-width: 639px)");
  const dialogOpen = [params.review, params.stop, params.press, params.receipt].some(
    (each) => each !== undefined,
  );
  const at = readActionKey(params.action);
  const stage = state.stages.find((each) => each.name === (at?.stage ?? params.stage));
  const action = stage?.actions.find((each) => each.name === at?.action);
  const isOpen = action !== undefined || (params.action === undefined && stage !== undefined);
  const close = () => change({ action: undefined, stage: undefined }, { replace: true });
  const shared = {
    selected: action === undefined ? undefined : params.action,
    onSelect: (stageName: string, actionName: string) =>
      change({ action: actionKey(stageName, actionName), stage: undefined }, { replace: isOpen }),
    selectedStage: action === undefined && isOpen ? stage?.name : undefined,
    onSelectStage: (name: string) => change({ action: undefined, stage: name }, { replace: isOpen }),
    onReview: (stageName: string, actionName: string, executionId: string) =>
      change({ review: actionKey(stageName, actionName), execution: executionId }),
    revisionsOf: (of: StageState, executionId: string) => revisionsOf(state, of, executionId),
  };

  useEffect(() => {
    if (!isOpen || dialogOpen) {
      return;
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) {
        change({ action: undefined, stage: undefined }, { replace: true });
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });

  return (
    <div className="flex items-start">
      <div className="min-w-0 flex-1">
        {phone ? (
          <>
            <FullRailVertical state={state} select={shared} />
            <div className="flex flex-col gap-2.5 px-4 pb-5">
              <Button
                size="lg"
                className="w-full"
                disabledReason={stopOff}
                {...pipelineDialogs.intent}
                onClick={onStop}
              >
                Stop…
              </Button>
              {stopOff !== undefined && <p className="text-secondary text-ink-3">{stopOff}</p>}
              <ReleaseButton />
              <span className="flex min-h-11 items-center justify-center">
                <ExternalLink href={state.consoleUrl} quiet>
                  Open in AWS
                </ExternalLink>
              </span>
            </div>
          </>
        ) : (
          <FullRail state={state} dialogOpen={dialogOpen} {...shared} />
        )}
        {state.row.executionMode === "PARALLEL" && <ParallelRuns state={state} />}
        <OnTheLine state={state} dialogOpen={dialogOpen} />
      </div>
      {stage !== undefined && action === undefined && isOpen && (
        <StagePanel state={state} stage={stage} covers={phone} onClose={close} />
      )}
      {stage !== undefined && action !== undefined && (
        <ActionPanel
          stages={state.stages}
          stage={stage}
          action={action}
          covers={phone}
          onClose={close}
          onReview={shared.onReview}
          onSelect={shared.onSelect}
          revisionsOf={shared.revisionsOf}
        />
      )}
    </div>
  );
}
