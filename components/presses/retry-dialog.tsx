"use client";

import { useState } from "react";
import { Segmented } from "@/components/ui/segmented";
import { changeSetTrouble } from "@/lib/domain/change-set-retry";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import { nameList } from "@/lib/domain/name-list";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { shortExecution } from "@/lib/domain/short-id";
import { type RetryMode, whyNotRetry } from "@/lib/domain/why-not-retry";
import { stageApi } from "@/lib/queries/stage-path";
import { NothingToPress } from "./nothing-to-press";
import type { PressControl } from "./press-control";
import { PressShell } from "./press-shell";
import { PressWarning } from "./press-warning";
import { choiceOf } from "./reason-draft";
import { type RetryFacts, retryFacts, retryFactsOf, retryMoved } from "./retry-facts";
import { RevisionLines } from "./revision-lines";
import { useWhyNot } from "./use-why-not";

export interface RetryDialogProps {
  state: PipelineState;
  stage: string;
  /** The one execution meant, where several are in the stage at once. */
  execution?: ExecutionDetail;
  control: PressControl;
}

/** Running the failed actions of a stage again, or all of them: which, with what, and what cannot work. */
export function RetryDialog({ state, stage, execution, control }: RetryDialogProps) {
  const now = execution === undefined ? retryFacts(state, stage) : retryFactsOf(execution, stage);
  const [opened] = useState(now);
  const of = { target: state.row.target, pipeline: state.row.name, stage };
  const path = `${stageApi(of)}/retry`;
  const [mode, setMode] = useState<RetryMode>(() => choiceOf(path).mode ?? "FAILED_ACTIONS");
  const whyNot = useWhyNot({ target: state.row.target, pipeline: state.row.name });
  if (opened === undefined)
    return (
      <NothingToPress
        title="There is nothing to retry"
        why={`Nothing has run in ${stage}.`}
        control={control}
      />
    );
  const { executionId, label, before } = opened;
  const trouble = changeSetTrouble(opened.stage, before, mode);
  return (
    <PressShell
      verb="retry"
      subject={label}
      title={`Retry ${stage} with ${label}?`}
      subtitle={`${of.pipeline} in ${of.target}, execution ${shortExecution(executionId)}`}
      place={of}
      path={path}
      body={(reason) => ({
        executionId,
        mode,
        ...(reason === "" ? {} : { reason }),
        ...(opened.stage.changedAt === undefined ? {} : { seenChangedAt: opened.stage.changedAt }),
      })}
      choice={mode}
      kept={{ mode }}
      reason={{ required: false, max: 200, kept: "the receipt keeps it" }}
      off={whyNot("retry", stage) ?? whyNotRetry(opened.stage, mode)?.why}
      moved={retryMoved(opened, now)}
      label={mode === "ALL_ACTIONS" ? `Retry all of ${stage}` : `Retry failed in ${stage}`}
      keep="Leave it"
      control={control}
      facts={<RevisionLines revisions={opened.revisions} />}
    >
      <div className="flex flex-col gap-1.5">
        <span className="flex max-sm:*:flex-1 max-sm:[&_button]:flex-1">
          <Segmented
            label="What runs again"
            size="filter"
            options={[
              { value: "FAILED_ACTIONS", label: "Failed actions" },
              { value: "ALL_ACTIONS", label: "All actions" },
            ]}
            value={mode}
            onChange={setMode}
          />
        </span>
        <p className="min-h-10 text-ink-2" aria-live="polite">
          {consequence(opened, mode)}
        </p>
      </div>
      {trouble !== undefined && (
        <PressWarning standing="Failed" lead="This cannot work.">
          {trouble}
        </PressWarning>
      )}
    </PressShell>
  );
}

function consequence({ runs, stage, label, next }: RetryFacts, mode: RetryMode): string {
  const on = next === undefined ? "ends the execution" : `goes on to ${next}`;
  const again = nameList(runs[mode]);
  const rest = runs.ALL_ACTIONS.length > runs.FAILED_ACTIONS.length ? ", those that succeeded too," : "";
  if (mode === "ALL_ACTIONS")
    return `Runs ${again} again${rest} with the same revisions. When all succeed, ${label} ${on}.`;
  if (runs.FAILED_ACTIONS.length === 0)
    return `Runs what has not run in ${stage.name} yet, with the same revisions. When all succeed, ${label} ${on}.`;
  return `Runs ${again} again and what comes after, with the same revisions; what succeeded stays. When all succeed, ${label} ${on}.`;
}
