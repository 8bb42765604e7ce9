"use client";

import { useId } from "react";
import { InlineOnDemand } from "@/components/ui/inline-on-demand";
import { SidePanel } from "@/components/ui/side-panel";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import { runPanelBody } from "./run-panel-body-part";
import { RunPanelHead } from "./run-panel-head";
import type { SelectedRun } from "./timeline-selection";
import type { ChangeExecutionParams } from "./use-execution-params";

export interface RunPanelProps {
  execution: ExecutionDetail;
  selected: SelectedRun;
  /** Fills the screen, as on phones: it takes the focus and gives it back. */
  covers: boolean;
  onClose: () => void;
  onSelect: ChangeExecutionParams;
}

/** All about one run of an action or a rule: with what it ran, how it went, what it put out, where to read on. */
export function RunPanel({ execution, selected, covers, onClose, onSelect }: RunPanelProps) {
  const titleId = useId();
  return (
    <SidePanel titleId={titleId} covers={covers}>
      <RunPanelHead selected={selected} titleId={titleId} onClose={onClose} />
      <InlineOnDemand part={runPanelBody} hand={{ execution, selected, onSelect }} />
    </SidePanel>
  );
}
