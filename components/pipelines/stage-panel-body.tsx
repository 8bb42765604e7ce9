import { OverrideButton } from "@/components/presses/override-button";
import { StageButtons } from "@/components/presses/stage-buttons";
import type { PipelineState, StageState } from "@/lib/domain/pipeline-state";
import { failureResultWords, retryWords } from "@/lib/domain/retry-words";
import { ActionPanelSection } from "./action-panel-section";
import { SinceLastSuccess } from "./since-last-success";
import { StagePanelCondition } from "./stage-panel-condition";
import { StagePanelExecution } from "./stage-panel-execution";
import { StagePanelFaults } from "./stage-panel-faults";
import { StagePanelQueue } from "./stage-panel-queue";
import { StagePanelStopped } from "./stage-panel-stopped";
import { StagePanelTransition } from "./stage-panel-transition";
import { StageWaiting } from "./stage-waiting";

export interface StagePanelBodyProps {
  state: PipelineState;
  stage: StageState;
}

/** What stands below the head of the stage panel. */
export function StagePanelBody({ state, stage }: StagePanelBodyProps) {
  const of = { target: state.row.target, pipeline: state.row.name, stage: stage.name };
  const failed = stage.standing === "Failed" || stage.standing === "Errored";
  const onFailure = failureResultWords(stage.failureResult, stage.retryMode);
  const conditions = [
    { when: "Before entry", condition: stage.beforeEntry, kind: "BEFORE_ENTRY" },
    { when: "On success", condition: stage.onSuccess, kind: "ON_SUCCESS" },
    { when: "On failure", condition: stage.onFailure, kind: undefined },
  ] as const;
  return (
    <>
      <ActionPanelSection title="Why is it not moving?">
        <StageWaiting of={of} stage={stage} />
        {(stage.standing === "Stopped" || stage.standing === "Stopping") &&
          stage.executionId !== undefined && <StagePanelStopped of={of} executionId={stage.executionId} />}
      </ActionPanelSection>
      {failed && (
        <ActionPanelSection title="What failed">
          <StagePanelFaults stage={stage} />
          {stage.executionId !== undefined && (
            <SinceLastSuccess of={of} executionId={stage.executionId} level="h4" />
          )}
        </ActionPanelSection>
      )}
      <div className="px-4 pb-3 empty:hidden">
        <StageButtons stage={stage} large />
      </div>
      <StagePanelExecution of={of} stage={stage} state={state} />
      {(stage.retry !== undefined || onFailure !== undefined) && (
        <ActionPanelSection title="Attempts">
          {stage.retry !== undefined && <p className="text-ink">{retryWords(stage.retry)}.</p>}
          {onFailure !== undefined && <p className="text-secondary text-ink-3">{onFailure}.</p>}
        </ActionPanelSection>
      )}
      <StagePanelTransition stage={stage} />
      <StagePanelQueue of={of} stage={stage} />
      {conditions.map(
        ({ when, condition, kind }) =>
          condition !== undefined && (
            <ActionPanelSection key={when} title={`${when} condition`}>
              <StagePanelCondition condition={condition} actsWhenMet={condition === stage.onFailure} />
              {kind !== undefined && <OverrideButton stage={stage} kind={kind} condition={condition} large />}
            </ActionPanelSection>
          ),
      )}
    </>
  );
}
