import { StageButtons } from "@/components/presses/stage-buttons";
import { wantsPress } from "@/components/presses/stage-offers";
import { ExternalLink } from "@/components/ui/external-link";
import { Glyph } from "@/components/ui/glyph";
import { KeyValue } from "@/components/ui/key-value";
import type { ActionState, StageState } from "@/lib/domain/pipeline-state";
import { ActionPanelDetails } from "./action-panel-details";
import { ActionPanelError } from "./action-panel-error";
import { ActionPanelLinks } from "./action-panel-links";
import { ActionPanelSection } from "./action-panel-section";
import type { RevisionsOf } from "./action-selection";
import { ReviewButtons } from "./review-buttons";

export interface ActionPanelBodyProps {
  stages: readonly StageState[];
  stage: StageState;
  action: ActionState;
  onReview: (stage: string, action: string, executionId: string) => void;
  revisionsOf: RevisionsOf;
  /** Shows another action in the panel. */
  onSelect: (stage: string, action: string) => void;
}

/** What stands below the head of the action panel. */
export function ActionPanelBody({
  stages,
  stage,
  action,
  onReview,
  revisionsOf,
  onSelect,
}: ActionPanelBodyProps) {
  return (
    <>
      <ActionPanelLinks action={action} />
      {action.error !== undefined && <ActionPanelError error={action.error} />}
      {wantsPress(stage) && action.error !== undefined && (
        <div className="px-4 pb-3">
          <StageButtons stage={stage} large />
        </div>
      )}
      {action.approval !== undefined && (
        <ActionPanelSection title="Waits for a person">
          {action.approval.question !== undefined && (
            <p className="break-words whitespace-pre-wrap text-ink">{action.approval.question}</p>
          )}
          {action.approval.link !== undefined && (
            <ExternalLink href={action.approval.link}>{action.approval.link}</ExternalLink>
          )}
          <ReviewButtons stage={stage} action={action} revisionsOf={revisionsOf} large onReview={onReview} />
        </ActionPanelSection>
      )}
      {action.configuration.length > 0 && (
        <ActionPanelSection title="Configuration">
          <KeyValue
            items={action.configuration.map((entry) => ({
              key: entry.key,
              value:
                entry.hidden || entry.value === null ? (
                  <span className="inline-flex items-center gap-1.5 text-ink-3">
                    <Glyph name="lock" size={12} /> hidden by policy
                  </span>
                ) : (
                  <span className="font-mono text-secondary whitespace-pre-wrap">{entry.value}</span>
                ),
            }))}
          />
        </ActionPanelSection>
      )}
      <ActionPanelDetails stages={stages} stage={stage} action={action} onSelect={onSelect} />
    </>
  );
}
