import type { ActionState, StageState } from "@/lib/domain/pipeline-state";

/** An action among the stages of its pipeline, and how to go to another. */
export interface ActionPlaceProps {
  stages: readonly StageState[];
  stage: StageState;
  action: ActionState;
  onSelect: (stage: string, action: string) => void;
}
