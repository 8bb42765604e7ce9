import type { ExecutionSummary } from "./execution";
import { executionLabel } from "./execution-label";
import { isInFlight } from "./in-flight";
import type { Instant } from "./instant";
import type { Sentence } from "./pipeline";
import type { StageState } from "./pipeline-state";
import { shortExecution } from "./short-id";
import type { Standing } from "./standing";

/** How a revision stands to one stage of a pipeline. */
export interface RevisionStop {
  stage: string;
  /** NotYetRun where it never came, as far as is known. */
  standing: Standing;
  /** The stage shows it now. */
  here: boolean;
  /** Last change there, where it is known. */
  at?: Instant;
  /** What the stage shows in its place. */
  now?: { executionId: string; label: string };
}

/** How far a revision came in one pipeline. */
export interface RevisionTrace {
  /** The execution that tells: the newest that moves, else the newest; its stages are those of all that carried it. */
  execution: ExecutionSummary;
  stops: RevisionStop[];
  /** Where it is, or what keeps it. */
  sentence: Sentence;
}

/**
 * Where a revision is in one pipeline.
 *
 * @param carried executions that carry it, placed on the line, newest first; at least one
 * @param stages of the pipeline as they stand; none where they may not be seen
 * @param revisionId of a source revision, which a rollback may have brought back; undefined where an execution has none
 * @param endedAt when the last action of an execution in a stage ended, where that is known
 */
export function traceRevision(
  carried: readonly [ExecutionSummary, ...ExecutionSummary[]],
  stages: readonly StageState[],
  revisionId: string | undefined,
  endedAt: (executionId: string, stage: string) => Instant | undefined = () => undefined,
): RevisionTrace {
  const ids = new Set(carried.map(({ id }) => id));
  const execution = carried.find(({ status }) => isInFlight(status)) ?? carried[0];
  const stops = stages.map((stage) => stopOf(stage, carried, ids, revisionId, endedAt));
  const stands = stops.map(({ stage, standing }) => ({ stage, standing }));
  return {
    execution: stops.some(({ standing }) => standing !== "NotYetRun")
      ? { ...execution, stages: stands }
      : execution,
    stops,
    sentence: withLive(sentenceOf(execution, stops, stages), execution, stops, stages),
  };
}

function stopOf(
  stage: StageState,
  carried: readonly ExecutionSummary[],
  ids: ReadonlySet<string>,
  revisionId: string | undefined,
  endedAt: (executionId: string, stage: string) => Instant | undefined,
): RevisionStop {
  const { name, executionId, revision } = stage;
  const isRun = executionId !== undefined && ids.has(executionId);
  if (isRun || (revisionId !== undefined && revision?.id === revisionId)) {
    const at = (executionId && endedAt(executionId, name)) ?? ownChange(stage);
    return { stage: name, standing: stage.standing, here: true, ...(at !== undefined && { at }) };
  }
  const known = carried.flatMap((one) => {
    const standing = one.stages.find((stop) => stop.stage === name)?.standing;
    return standing === undefined || standing === "NotYetRun" ? [] : [{ one, standing }];
  });
  const best = known.find(({ standing }) => standing === "Succeeded") ?? known[0];
  if (best === undefined) return { stage: name, standing: "NotYetRun", here: false };
  const at = endedAt(best.one.id, name) ?? (best.one.stage === name ? best.one.updatedAt : undefined);
  return {
    stage: name,
    standing: best.standing,
    here: false,
    ...(at !== undefined && { at }),
    ...(executionId !== undefined && {
      now: { executionId, label: revision?.shortId ?? shortExecution(executionId) },
    }),
  };
}

/** Where several run side by side, an action may show another of them. */
function ownChange({ executionId, actions, changedAt }: StageState): Instant | undefined {
  const isOther = actions.some((action) => (action.executionId ?? executionId) !== executionId);
  return isOther ? undefined : changedAt;
}

function sentenceOf(
  execution: ExecutionSummary,
  stops: readonly RevisionStop[],
  stages: readonly StageState[],
): Sentence {
  const { standing, stage } = execution;
  const at = stages.find(({ name }) => name === stage);
  const place = stage === undefined ? "" : ` in ${stage}`;
  switch (standing) {
    case "Approval": {
      const asks = at?.actions.find(({ approval }) => approval?.executionId === execution.id)?.name;
      return { lead: `Waits for approval${place}.`, text: asks === undefined ? "" : `${asks} asks.` };
    }
    case "ClosedGate": {
      const { changedBy, reason } = at?.transition ?? {};
      const by = changedBy === undefined ? "The transition is closed" : `Closed by ${changedBy}`;
      return {
        lead: `Waits in front of ${stage}.`,
        text: reason === undefined ? `${by}.` : `${by}: ${reason}`,
      };
    }
    case "Queued": {
      const before = at?.executionId === undefined ? undefined : labelOf(at);
      return { lead: `Waits in front of ${stage}.`, text: before === undefined ? "" : `Behind ${before}.` };
    }
    case "Succeeded":
      return succeeded(stops, stages);
    default:
      if (isInFlight(execution.status)) return { lead: `${wordOf(standing)}${place}.`, text: "" };
      return ended(execution, stops, stages);
  }
}

/** In a stage, or in front of one that it never entered. */
function ended(
  { standing, stage, stages: came }: ExecutionSummary,
  stops: readonly RevisionStop[],
  stages: readonly StageState[],
): Sentence {
  // Another run of the same revision may have entered it.
  if (came.find((one) => one.stage === stage)?.standing !== "NotYetRun") {
    const place = stage === undefined ? "" : ` in ${stage}`;
    return { lead: `${wordOf(standing)}${place}.`, text: instead(stops, stage) };
  }
  const at = stages.find(({ name }) => name === stage);
  const isHere = stops.some((one) => one.stage === stage && one.here);
  const text = at?.executionId === undefined || isHere ? "" : `${stage} has ${labelOf(at)} now.`;
  return { lead: `${wordOf(standing)} before ${stage}.`, text };
}

/** Where the execution that tells did not come through, the last stage to which another brought the revision is told too. */
function withLive(
  sentence: Sentence,
  { id, standing }: ExecutionSummary,
  stops: readonly RevisionStop[],
  stages: readonly StageState[],
): Sentence {
  if (standing === "Succeeded") return sentence;
  const by = (stop: RevisionStop) => stages.find(({ name }) => name === stop.stage)?.executionId;
  const live = stops.findLast((stop) => isLive(stop) && by(stop) !== id);
  const other = live && by(live);
  if (other === undefined) return sentence;
  const told = `In ${live?.stage} by ${shortExecution(other)}.`;
  return { ...sentence, text: sentence.text === "" ? told : `${sentence.text} ${told}` };
}

function isLive({ here, standing }: RevisionStop): boolean {
  return here && (standing === "Succeeded" || standing === "Overridden");
}

function succeeded(stops: readonly RevisionStop[], stages: readonly StageState[]): Sentence {
  const last = stops.at(-1);
  if (last === undefined || stops.every(isLive)) return { lead: "In every stage.", text: "" };
  // Skipped, or declared since.
  if (last.standing === "NotYetRun" || last.standing === "Skipped") {
    const at = stages.find(({ name }) => name === last.stage);
    const text = at?.executionId === undefined || last.here ? "" : `${last.stage} has ${labelOf(at)} now.`;
    return { lead: `Went through, but not into ${last.stage}.`, text };
  }
  // As after a rollback to it that failed.
  if (last.here && !isLive(last)) return { lead: `${wordOf(last.standing)} in ${last.stage}.`, text: "" };
  if (last.here) {
    const newer = stops.find(({ here, now }) => !here && now !== undefined);
    return {
      lead: `In ${last.stage}.`,
      text: newer?.now === undefined ? "" : `${newer.stage} already has ${newer.now.label}.`,
    };
  }
  return { lead: "Went through.", text: instead(stops, last.stage) };
}

function instead(stops: readonly RevisionStop[], stage: string | undefined): string {
  const stop = stops.find((one) => one.stage === stage);
  return stop?.now === undefined ? "" : `${stop.stage} has ${stop.now.label} now.`;
}

function labelOf({ executionId, revision }: StageState): string {
  return executionLabel(executionId ?? "", revision === undefined ? [] : [revision]);
}

function wordOf(standing: Standing): string {
  return standing === "InProgress" ? "Runs" : standing;
}
