"use client";

import { useState } from "react";
import { revisionsOf } from "@/components/approvals/revisions-of";
import { ConditionCard } from "@/components/pipelines/condition-card";
import { executionLabel } from "@/lib/domain/execution-label";
import { nameList } from "@/lib/domain/name-list";
import type { PipelineState, StageState } from "@/lib/domain/pipeline-state";
import { shortExecution } from "@/lib/domain/short-id";
import { whyNotOverride } from "@/lib/domain/why-not-override";
import { stageApi } from "@/lib/queries/stage-path";
import { NothingToPress } from "./nothing-to-press";
import type { PressControl } from "./press-control";
import { PressShell } from "./press-shell";
import { RevisionLines } from "./revision-lines";
import { useWhyNot } from "./use-why-not";

const KINDS = {
  BEFORE_ENTRY: { member: "beforeEntry", words: "Before entry" },
  ON_SUCCESS: { member: "onSuccess", words: "On success" },
} as const;

export interface OverrideDialogProps {
  state: PipelineState;
  stage: string;
  condition: keyof typeof KINDS;
  control: PressControl;
}

/** Letting a stage go on though its condition is not met: which rules said no, and what goes on then. */
export function OverrideDialog({ state, stage, condition, control }: OverrideDialogProps) {
  const { member, words } = KINDS[condition];
  const find = () => state.stages.find(({ name }) => name === stage);
  const [opened] = useState(find);
  const whyNot = useWhyNot();
  const asked = opened?.[member];
  if (opened?.executionId === undefined || asked === undefined)
    return (
      <NothingToPress
        title="There is nothing to override"
        why={`${stage} has no condition ${words.toLowerCase()} that was asked.`}
        control={control}
      />
    );
  const { executionId } = opened;
  const revisions = revisionsOf(state, opened, executionId);
  const label = executionLabel(executionId, revisions);
  const of = { target: state.row.target, pipeline: state.row.name, stage };
  const now = find();
  const same =
    now?.executionId === executionId &&
    now[member]?.standing === asked.standing &&
    now[member]?.changedAt === asked.changedAt;
  return (
    <PressShell
      verb="override"
      subject={label}
      title={`Override the condition of ${stage} for ${label}?`}
      subtitle={`${of.pipeline} in ${of.target}, ${words.toLowerCase()}, execution ${shortExecution(executionId)}`}
      path={`${stageApi(of)}/override`}
      body={(reason) => ({
        executionId,
        condition,
        reason,
        ...(asked.changedAt === undefined ? {} : { seenChangedAt: asked.changedAt }),
      })}
      choice={condition}
      reason={{ required: true, max: 200, kept: "the receipt keeps it" }}
      off={whyNot("override") ?? whyNotOverride(asked)?.why}
      moved={same ? undefined : `The condition, or what is in ${stage}, changed since this was opened.`}
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
      <p className="text-ink-2">{consequence(state, opened, condition, label)}</p>
    </PressShell>
  );
}

function consequence(
  { stages }: PipelineState,
  stage: StageState,
  condition: keyof typeof KINDS,
  label: string,
): string {
  if (condition === "BEFORE_ENTRY") {
    const first = Math.min(...stage.actions.map(({ runOrder }) => runOrder));
    const actions = stage.actions.filter(({ runOrder }) => runOrder === first).map(({ name }) => name);
    return `Rules that still run are given up. ${label} enters ${stage.name} and starts ${nameList(actions)} at once.`;
  }
  const next = stages[stages.findIndex(({ name }) => name === stage.name) + 1];
  const on = next === undefined ? "the execution succeeds" : `${label} goes on to ${next.name}`;
  return `Rules that still run are given up. ${stage.name} counts as succeeded, and ${on}.`;
}
