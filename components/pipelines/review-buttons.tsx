import { Button } from "@/components/ui/button";
import { executionLabel } from "@/lib/domain/execution-label";
import { openApprovals } from "@/lib/domain/open-approvals";
import type { ActionState, StageState } from "@/lib/domain/pipeline-state";
import type { RevisionsOf } from "./action-selection";
import { pipelineDialogs } from "./pipeline-dialogs-part";

/** More than these stand in the panel of the action. */
const IN_COLUMN = 3;

export interface ReviewButtonsProps {
  stage: StageState;
  action: ActionState;
  revisionsOf: RevisionsOf;
  /** All of them, as wide and high as a thumb wants. */
  large?: boolean;
  onReview: (stage: string, action: string, executionId: string) => void;
}

/** Opens the decision on an open approval, by the revision that waits; in PARALLEL mode one button an execution. */
export function ReviewButtons({ stage, action, revisionsOf, large = false, onReview }: ReviewButtonsProps) {
  const open = openApprovals(action);
  const shown = large ? open : open.slice(0, IN_COLUMN);
  return (
    <>
      {shown.map(({ executionId }, index) => (
        <Button
          key={executionId}
          variant={index === 0 ? "primary" : "normal"}
          size={large ? "lg" : "md"}
          className={large ? "w-full" : "w-full min-w-0 !px-1"}
          {...pipelineDialogs.intent}
          onClick={() => onReview(stage.name, action.name, executionId)}
        >
          <span className="truncate">
            Review {executionLabel(executionId, revisionsOf(stage, executionId))}
          </span>
        </Button>
      ))}
      {shown.length < open.length && (
        <span className="text-label text-ink-3">{open.length - shown.length} more wait here</span>
      )}
    </>
  );
}
