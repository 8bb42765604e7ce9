"use client";

import { useId } from "react";
import { InlineOnDemand } from "@/components/ui/inline-on-demand";
import { SidePanel } from "@/components/ui/side-panel";
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
  onSelect,
}: ActionPanelProps) {
  const titleId = useId();
  return (
    <SidePanel titleId={titleId} covers={covers}>
      <ActionPanelHead stage={stage} action={action} titleId={titleId} onClose={onClose} />
      <InlineOnDemand
        part={actionPanelBody}
        hand={{ stages, stage, action, onReview, revisionsOf, onSelect }}
      />
    </SidePanel>
  );
}
