"use client";

import { useEffect, useId, useRef } from "react";
import { ExternalLink } from "@/components/ui/external-link";
import { Glyph } from "@/components/ui/glyph";
import { KeyValue } from "@/components/ui/key-value";
import type { ActionState, StageState } from "@/lib/domain/pipeline-state";
import { ActionPanelDetails } from "./action-panel-details";
import { ActionPanelError } from "./action-panel-error";
import { ActionPanelHead } from "./action-panel-head";
import { ActionPanelLinks } from "./action-panel-links";
import { ActionPanelSection } from "./action-panel-section";
import type { RevisionsOf } from "./action-selection";
import { ReviewButtons } from "./review-buttons";

export interface ActionPanelProps {
  stages: readonly StageState[];
  stage: StageState;
  action: ActionState;
  /** Fills the screen, as on phones: it takes the focus and gives it back. */
  covers: boolean;
  onClose: () => void;
  onReview: (stage: string, action: string, executionId: string) => void;
  revisionsOf: RevisionsOf;
}

/** All about the selected action: what it does, how it went, with what, and where to read on. */
export function ActionPanel({
  stages,
  stage,
  action,
  covers,
  onClose,
  onReview,
  revisionsOf,
}: ActionPanelProps) {
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    const from = document.activeElement;
    if (!covers) {
      return;
    }
    panel.current?.focus();
    return () => {
      if (from instanceof HTMLElement) {
        from.focus();
      }
    };
  }, [covers]);

  return (
    <aside
      ref={panel}
      aria-labelledby={titleId}
      tabIndex={-1}
      className="fixed inset-y-0 right-0 z-30 w-panel max-w-full animate-appear overflow-y-auto border-l bg-surface pb-6 outline-none max-xl:shadow-float max-sm:inset-0 max-sm:w-full max-sm:border-l-0 sm:top-bar xl:sticky xl:top-bar xl:h-[calc(100dvh-48px)] xl:shrink-0"
    >
      <ActionPanelHead stage={stage} action={action} titleId={titleId} onClose={onClose} />
      <ActionPanelLinks action={action} />
      {action.error !== undefined && <ActionPanelError error={action.error} />}
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
      <ActionPanelDetails stages={stages} stage={stage} action={action} />
    </aside>
  );
}
