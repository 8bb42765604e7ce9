"use client";

import { useEffect, useId, useRef } from "react";
import { InlineOnDemand } from "@/components/ui/inline-on-demand";
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
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!covers) return;
    const from = document.activeElement;
    panel.current?.focus();
    return () => {
      if (from instanceof HTMLElement) from.focus();
    };
  }, [covers]);
  return (
    <aside
      ref={panel}
      aria-labelledby={titleId}
      tabIndex={-1}
      className="fixed inset-y-0 right-0 z-30 w-panel max-w-full animate-appear overflow-y-auto border-l bg-surface pb-6 outline-none max-xl:shadow-float max-sm:inset-0 max-sm:w-full max-sm:border-l-0 sm:top-bar xl:sticky xl:top-bar xl:h-[calc(100dvh-48px)] xl:shrink-0"
    >
      <RunPanelHead
        execution={execution}
        selected={selected}
        titleId={titleId}
        onClose={onClose}
        onSelect={onSelect}
      />
      <InlineOnDemand part={runPanelBody} hand={{ selected }} />
    </aside>
  );
}
