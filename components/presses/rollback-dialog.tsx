"use client";

import { useEffect, useState } from "react";
import { revisionsOf } from "@/components/approvals/revisions-of";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { executionLabel } from "@/lib/domain/execution-label";
import { nameList } from "@/lib/domain/name-list";
import type { PipelineState, StageState } from "@/lib/domain/pipeline-state";
import { shortExecution } from "@/lib/domain/short-id";
import { whyNotRollBack } from "@/lib/domain/why-not-roll-back";
import { useRollbackTargets } from "@/lib/queries/rollback-queries";
import { stageApi } from "@/lib/queries/stage-path";
import { NothingToPress } from "./nothing-to-press";
import type { PressControl } from "./press-control";
import { PressShell } from "./press-shell";
import { PressWarning } from "./press-warning";
import { choiceOf } from "./reason-draft";
import { RollbackChoice } from "./rollback-choice";
import { ShipsAsked } from "./ships-asked";
import { useWhyNot } from "./use-why-not";

/** The execution that was pointed at is looked for among so many. */
const SEEK_MAX = 200;

export interface RollbackDialogProps {
  state: PipelineState;
  stage: string;
  /** Execution to go back to, where one was pointed at. */
  executionId?: string;
  control: PressControl;
}

/** Bringing a stage back to what an earlier execution did there: to which, what that takes away, and what comes after. */
export function RollbackDialog({ state, stage: name, executionId, control }: RollbackDialogProps) {
  const find = () => state.stages.find((each) => each.name === name);
  const [opened] = useState(find);
  const of = { target: state.row.target, pipeline: state.row.name, stage: name };
  const path = `${stageApi(of)}/rollback`;
  const [before] = useState(() => {
    const choice = choiceOf(path);
    return choice.asked === executionId ? choice : {};
  });
  const [chosen, setChosen] = useState(before.rollbackTo ?? executionId);
  const [hold, setHold] = useState(before.hold === true && opened?.transition.enabled === true);
  const { targets, hasMore, isReading, failed, failedBehind, more, retry } = useRollbackTargets(of);
  const known = targets?.some(({ id }) => id === chosen) ?? true;
  const seeks =
    chosen !== undefined &&
    !known &&
    hasMore &&
    failed === null &&
    (targets?.length ?? 0) < SEEK_MAX &&
    chosen !== opened?.executionId;
  useEffect(() => {
    if (seeks && !isReading) more();
  }, [seeks, isReading, more]);
  const whyNot = useWhyNot({ target: state.row.target, pipeline: state.row.name });
  if (opened === undefined)
    return (
      <NothingToPress
        title="There is no such stage"
        why={`The pipeline has no stage ${name}.`}
        control={control}
      />
    );
  const there = labelIn(state, opened);
  const options = (targets ?? []).filter(({ id }) => id !== opened.executionId);
  const target = chosen === undefined ? options[0] : options.find(({ id }) => id === chosen);
  const label = target && executionLabel(target.id, target.revisions);
  const closed = !opened.transition.enabled;
  const off =
    whyNot("rollback", name) ??
    (hold ? whyNot("close-transition", name) : undefined) ??
    whyNotRollBack({
      stage: opened,
      isFirst: state.stages[0]?.name === name,
      executionMode: state.row.executionMode,
      pipelineType: state.row.pipelineType,
    })?.why ??
    (target === undefined ? nowhere({ name, chosen, seeks, opened, targets, options }) : undefined);
  return (
    <PressShell
      verb="rollback"
      subject={label ?? name}
      title={label === undefined ? `Roll ${name} back?` : `Roll ${name} back to ${label}?`}
      subtitle={`${of.pipeline} in ${of.target}, stage ${name}${there === undefined ? "" : `, now ${there}`}`}
      place={of}
      path={path}
      body={(reason) => ({
        targetExecutionId: target?.id,
        reason,
        ...(closed ? { seenClosed: true } : hold ? { hold } : {}),
        ...(opened.executionId === undefined ? {} : { seenExecutionId: opened.executionId }),
      })}
      choice={`${target?.id}/${hold}`}
      kept={{ asked: executionId, rollbackTo: target?.id ?? chosen, hold }}
      reason={{ required: true, max: 200, kept: "the receipt keeps it" }}
      off={off}
      moved={movedWords(opened, find(), state)}
      label={
        <>
          Roll back to <code className="font-mono">{label ?? "…"}</code>
          {hold && !closed && " and hold"}
        </>
      }
      variant="danger-solid"
      keep={there === undefined ? "Leave it" : `Keep ${there}`}
      control={control}
      facts={
        target !== undefined && (
          <ShipsAsked key={target.id} of={of} asked={{ rollbackTo: target.id }} becomes="Would be there" />
        )
      }
    >
      {targets === undefined && failed === null && <Skeleton className="h-24 w-full" />}
      {failed !== null && (
        <PressWarning
          standing="Failed"
          lead={failedBehind ? "Older ones cannot be read." : "What it can go back to cannot be read."}
        >
          {failed.message}{" "}
          <Button size="sm" onClick={failedBehind ? more : retry} aria-busy={isReading}>
            Try again
          </Button>
        </PressWarning>
      )}
      {options.length > 0 && (
        <RollbackChoice
          targets={options}
          chosenId={target?.id}
          hasMore={hasMore}
          isReading={isReading}
          onChoose={setChosen}
          onMore={more}
        />
      )}
      <p className="text-ink-2">
        A new execution runs {name} alone, with the revisions, variables and artifacts of{" "}
        {label ?? "that one"}. {afterwards(opened, hold)}
      </p>
      <label className="flex min-h-7 items-center gap-2 max-sm:min-h-11">
        <input
          type="checkbox"
          checked={hold || closed}
          disabled={closed}
          onChange={(event) => setHold(event.target.checked)}
          className="size-4 accent-accent"
        />
        <span className="text-ink">
          {closed ? `The gate into ${name} is closed already` : `Also close the gate into ${name}, first`}
        </span>
      </label>
    </PressShell>
  );
}

/** Why there is nothing to go back to. */
function nowhere(at: {
  name: string;
  chosen?: string;
  seeks: boolean;
  opened: StageState;
  targets?: readonly ExecutionSummary[];
  options: readonly ExecutionSummary[];
}): string {
  const { name, chosen, seeks, opened, targets, options } = at;
  if (seeks) return "Looking for it among those that succeeded here.";
  if (targets === undefined) return "It is not known yet what it can go back to.";
  if (options.length === 0) return `No other execution of this version of the pipeline succeeded in ${name}.`;
  if (chosen !== undefined && chosen === opened.executionId)
    return `${shortExecution(chosen)} is what ${name} has now. Choose another.`;
  return `${shortExecution(chosen ?? "")} is not among those that ${name} can go back to here. Choose one, or look at older ones.`;
}

function labelIn(state: PipelineState, stage: StageState): string | undefined {
  return stage.executionId === undefined
    ? undefined
    : executionLabel(stage.executionId, revisionsOf(state, stage, stage.executionId));
}

function afterwards({ inbound, name, transition }: StageState, hold: boolean): string {
  if (hold || !transition.enabled) return `Nothing else enters ${name} until the gate is opened.`;
  const labels = inbound.map(({ label }) => label);
  if (labels.length === 0) return `The next run that comes replaces it.`;
  return `${nameList(labels)} ${labels.length === 1 ? "waits and replaces" : "wait and replace"} it as soon as it is done.`;
}

function movedWords(
  opened: StageState,
  now: StageState | undefined,
  state: PipelineState,
): string | undefined {
  if (now === undefined) return `The pipeline no longer has a stage ${opened.name}.`;
  if (now.executionId !== opened.executionId)
    return `${labelIn(state, now) ?? "Another run"} is in ${opened.name} now.`;
  if (now.standing !== opened.standing) return `${opened.name} changed since this was opened.`;
  if (now.transition.enabled === opened.transition.enabled) return undefined;
  return `The gate into ${opened.name} was ${now.transition.enabled ? "opened" : "closed"} since this was opened.`;
}
