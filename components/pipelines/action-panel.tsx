"use client";

import { useEffect, useId, useRef } from "react";
import { InlineOnDemand } from "@/components/ui/inline-on-demand";
import type { ActionPanelBodyProps } from "./action-panel-body";
import { actionPanelBody } from "./action-panel-body-part";
import { ActionPanelHead } from "./action-panel-head";

export interface ActionPanelProps extends ActionPanelBodyProps {
  /** Fills the screen, as on phones: it takes the focus and gives it back. */
  covers: boolean;
  onClose: () => void;
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
      <InlineOnDemand part={actionPanelBody} hand={{ stages, stage, action, onReview, revisionsOf }} />
    </aside>
  );
}
