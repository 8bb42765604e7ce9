"use client";

import { useState } from "react";
import { ConditionCard } from "@/components/pipelines/condition-card";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import { executionLabel } from "@/lib/domain/execution-label";
import { nameList } from "@/lib/domain/name-list";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { shortExecution } from "@/lib/domain/short-id";
import { whyNotOverride } from "@/lib/domain/why-not-override";
import { stageApi } from "@/lib/queries/stage-path";
import { NothingToPress } from "./nothing-to-press";
import {
  isSameOverride,
  OVERRIDABLE_KINDS,
  type OverridableKind,
  overrideFacts,
  overrideFactsOf,
} from "./override-facts";
import type { PressControl } from "./press-control";
import { PressShell } from "./press-shell";
import { RevisionLines } from "./revision-lines";
import { useWhyNot } from "./use-why-not";

export interface OverrideDialogProps {
  state: PipelineState;
  stage: string;
  condition: OverridableKind;
  /** The one execution meant, where several are in the stage at once. */
  execution?: ExecutionDetail;
  control: PressControl;
}

/** Letting a stage go on though its condition is not met: which rules said no, and what goes on then. */
export function OverrideDialog({ state, stage, condition, execution, control }: OverrideDialogProps) {
  const { words } = OVERRIDABLE_KINDS[condition];
  const now =
    execution === undefined
      ? overrideFacts(state, stage, condition)
      : overrideFactsOf(execution, stage, condition);
  const [opened] = useState(now);
  const whyNot = useWhyNot({ target: state.row.target, pipeline: state.row.name });
  if (opened === undefined)
    return (
      <NothingToPress
        title="There is nothing to override"
        why={`${stage} has no condition ${words.toLowerCase()} that was asked.`}
        control={control}
      />
    );
  const { executionId, revisions, asked } = opened;
  const label = executionLabel(executionId, revisions);
  const of = { target: state.row.target, pipeline: state.row.name, stage };
  return (
    <PressShell
      verb="override"
      subject={label}
      title={`Override the condition of ${stage} for ${label}?`}
      subtitle={`${of.pipeline} in ${of.target}, ${words.toLowerCase()}, execution ${shortExecution(executionId)}`}
      place={of}
      path={`${stageApi(of)}/override`}
      body={(reason) => ({
        executionId,
        condition,
        reason,
        ...(asked.changedAt === undefined ? {} : { seenChangedAt: asked.changedAt }),
      })}
      choice={condition}
      reason={{ required: true, max: 200, kept: "the receipt keeps it" }}
      off={whyNot("override", stage) ?? whyNotOverride(asked)?.why}
      moved={
        isSameOverride(opened, now)
          ? undefined
          : `The condition, or what is in ${stage}, changed since this was opened.`
      }
      label={
        <>
          Override for <code className="font-mono">{label}</code>
        </>
      }
      variant="danger-solid"
      keep="Leave it"
      control={control}
      facts={
        <div className="flex flex-col gap-3">
          <ConditionCard condition={asked} when={words} />
          <RevisionLines revisions={revisions} />
        </div>
      }
    >
      <p className="text-ink-2">{consequence(state, stage, condition, label)}</p>
    </PressShell>
  );
}

function consequence({ stages }: PipelineState, name: string, kind: OverridableKind, label: string): string {
  const at = stages.findIndex((stage) => stage.name === name);
  if (kind === "BEFORE_ENTRY") {
    const actions = stages[at]?.actions ?? [];
    const first = Math.min(...actions.map(({ runOrder }) => runOrder));
    const starts = actions.filter(({ runOrder }) => runOrder === first).map((action) => action.name);
    return `Rules that still run are given up. ${label} enters ${name} and starts ${nameList(starts)} at once.`;
  }
  const next = stages[at + 1];
  const on = next === undefined ? "the execution succeeds" : `${label} goes on to ${next.name}`;
  return `Rules that still run are given up. ${name} counts as succeeded, and ${on}.`;
}
