"use client";

import { useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { executionLabel } from "@/lib/domain/execution-label";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { useExecutionsOnce } from "@/lib/queries/execution-queries";
import { pipelineApi } from "@/lib/queries/stage-path";
import { useStructure } from "@/lib/queries/structure-queries";
import type { PressControl } from "./press-control";
import { PressShell } from "./press-shell";
import { PressWarning } from "./press-warning";
import { choiceOf } from "./reason-draft";
import { ReleaseFields } from "./release-fields";
import { type ReleaseForm, releaseOf, releaseOff, sourcesOf } from "./release-form";
import { useWhyNot } from "./use-why-not";

export interface ReleaseDialogProps {
  state: PipelineState;
  control: PressControl;
}

/** Starting an execution: with which variables and revisions, and what happens to those on the line. */
export function ReleaseDialog({ state, control }: ReleaseDialogProps) {
  const { target, name: pipeline, executionMode } = state.row;
  const { structure, failed } = useStructure(target, pipeline);
  const executions = useExecutionsOnce(target, pipeline);
  const path = `${pipelineApi({ target, pipeline })}/executions`;
  const [form, setForm] = useState<ReleaseForm>(() => choiceOf(path).form ?? { variables: {}, sources: {} });
  const [opened, setOpened] = useState(structure);
  if (opened === undefined && structure !== undefined) setOpened(structure);
  const whyNot = useWhyNot({ target, pipeline });
  const release = opened === undefined ? undefined : releaseOf(form, opened);
  // The list and the line are read apart: either may know one that the other does not know yet.
  const newest = newestOf([...state.onTheLine, ...state.finishedLast, ...(executions ?? [])]);
  const [seen, setSeen] = useState<{ newest: ExecutionSummary | undefined }>();
  if (seen === undefined && executions !== undefined) setSeen({ newest });
  const started = seen !== undefined && newest !== undefined && newest.id !== seen.newest?.id;
  // Null says that there was none.
  const seenNewest = seen === undefined ? newest?.id : (seen.newest?.id ?? null);
  const changed = opened !== undefined && structure !== undefined && structure.version !== opened.version;
  const count = (opened?.variables.length ?? 0) + (opened === undefined ? 0 : sourcesOf(opened).length);
  return (
    <PressShell
      verb="release"
      subject={pipeline}
      title={`Release a change of ${pipeline}?`}
      subtitle={`${pipeline} in ${target}${opened?.version === undefined ? "" : `, version ${opened.version}`}`}
      place={{ target, pipeline }}
      path={path}
      body={(reason) => ({
        ...release,
        ...(reason === "" ? {} : { reason }),
        ...(opened?.version === undefined ? {} : { seenVersion: opened.version }),
        ...(seenNewest === undefined ? {} : { seenNewestId: seenNewest }),
      })}
      choice={JSON.stringify(release)}
      kept={{ form }}
      reason={{ required: false, max: 200, kept: "the receipt keeps it" }}
      off={
        whyNot("release") ??
        (opened === undefined ? "The declaration is not read yet." : releaseOff(form, opened))
      }
      moved={
        changed
          ? `The pipeline was changed: it is at version ${structure.version} now.`
          : started
            ? `Since this was opened, ${executionLabel(newest.id, newest.revisions)} was started.`
            : undefined
      }
      label={`Release ${pipeline}`}
      keep="Not now"
      control={control}
    >
      <p className="text-ink-2" aria-live="polite">
        {consequence(newestOf(state.onTheLine), executionMode)}
      </p>
      {opened === undefined && failed === null && <Skeleton className="h-24 w-full" />}
      {opened === undefined && failed !== null && (
        <PressWarning standing="Failed" lead="The declaration cannot be read.">
          {failed.message}
        </PressWarning>
      )}
      {opened !== undefined && count > 0 && (
        <ReleaseFields
          structure={opened}
          form={form}
          last={(seen ?? { newest }).newest?.revisions ?? []}
          onChange={setForm}
        />
      )}
    </PressShell>
  );
}

function newestOf(executions: readonly ExecutionSummary[]): ExecutionSummary | undefined {
  return executions.toSorted((a, b) => (b.startedAt ?? "").localeCompare(a.startedAt ?? ""))[0];
}

function consequence(first: ExecutionSummary | undefined, mode: string): string {
  const starts =
    "Starts a new execution: every source action runs and takes its newest revision, or the one given here.";
  if (first === undefined) return `${starts} Nothing is on the line now.`;
  const last = `The newest on the line is ${executionLabel(first.id, first.revisions)}.`;
  if (mode === "PARALLEL") return `${starts} It runs beside what runs already. ${last}`;
  if (mode === "QUEUED") return `${starts} It follows those on the line, one after the other. ${last}`;
  return `${starts} Where it has to wait, it takes the place of an older one that waits there. ${last}`;
}
