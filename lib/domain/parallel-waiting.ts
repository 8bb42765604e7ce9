import { heldAtGate } from "./closed-gate";
import type { ExecutionSummary } from "./execution";
import { executionLabel } from "./execution-label";
import { firstLine } from "./first-line";
import { withFullStop } from "./full-stop";
import { isInFlight } from "./in-flight";
import { nameList } from "./name-list";
import { closedGateBefore, lastClosedGate } from "./parallel-gate";
import type { StageState } from "./pipeline-state";
import { runningActions } from "./running-actions";
import type { Waiting } from "./waiting";

/**
 * What holds executions that run independently of each other, newest first: those that wait for a person, else those at the
 * last closed gate, else the newest when it failed, else what is being stopped, else what runs.
 *
 * @param stages of the pipeline, in order
 */
export function parallelWaiting(
  executions: readonly ExecutionSummary[],
  stages: readonly StageState[],
): Waiting {
  const [newest] = executions;
  if (!newest) return { cause: "never", text: "It has not run yet." };
  const inFlight = executions.filter(({ status }) => isInFlight(status));
  const asked = inFlight.filter(({ standing }) => standing === "Approval");
  const last = lastClosedGate(inFlight, stages);
  const atGate = last && heldAtGate(last.gate, last.held.map(labelOf));
  const failed = newest.standing === "Failed" ? ` ${labelOf(newest)} failed${inStages([newest])}.` : "";
  if (asked.length > 0) {
    const { text, ...who } = asking(asked);
    return { ...who, text: `${text}${failed}`, ...(atGate && { gate: atGate }) };
  }
  if (atGate) {
    const more = moreWords(inFlight.filter((one) => closedGateBefore(one, stages) === undefined));
    const text = `${atGate.text}${failed}${more === undefined ? "" : ` ${more}.`}`;
    return { ...atGate, ...(last?.held[0] && { executionId: last.held[0].id }), text };
  }
  if (failed !== "") return failure(newest, inFlight);
  if (inFlight.some(isStopping)) return stopping(inFlight);
  return work(inFlight, stages);
}

function asking(asked: readonly ExecutionSummary[]): Waiting {
  const [first] = asked;
  const wait = asked.length === 1 ? "waits" : "wait";
  return {
    cause: "approval",
    ...(first && { executionId: first.id }),
    ...only(stagesOf(asked)),
    text: `${nameList(asked.map(labelOf))} ${wait} for a person to answer${inStages(asked)}.`,
  };
}

function failure(newest: ExecutionSummary, inFlight: readonly ExecutionSummary[]): Waiting {
  const more = moreWords(inFlight);
  return {
    cause: "failure",
    executionId: newest.id,
    lead: `${labelOf(newest)} failed${inStages([newest])}:`,
    text: `executions are independent here, so it holds up nobody${more === undefined ? "" : `; ${more}`}.`,
    ...(newest.updatedAt !== undefined && { since: newest.updatedAt }),
  };
}

function stopping(inFlight: readonly ExecutionSummary[]): Waiting {
  const stopped = inFlight.filter(isStopping);
  const [first] = stopped;
  const why = stopped.length === 1 ? firstLine(first?.stopReason) : undefined;
  const are = stopped.length === 1 ? "is" : "are";
  const text = `${nameList(stopped.map(labelOf))} ${are} being stopped${inStages(stopped)}${why === undefined ? "" : `: ${why}`}`;
  const more = moreWords(inFlight.filter((one) => !isStopping(one)));
  return {
    cause: "stopping",
    ...(first && { executionId: first.id }),
    text: `${withFullStop(text)}${more === undefined ? "" : ` ${more}.`}`,
  };
}

/** Of several the newest is told of, with what runs for it where that is known. */
function work(inFlight: readonly ExecutionSummary[], stages: readonly StageState[]): Waiting {
  const [latest] = inFlight;
  if (!latest) return { cause: "rest", text: "Nothing is on the line." };
  const actions = stages.find(({ name }) => name === latest.stage)?.actions ?? [];
  const { names, times } = runningActions(actions.filter(({ executionId }) => executionId === latest.id));
  const run = names.length === 1 ? "runs" : "run";
  const [label, where] = [labelOf(latest), inStages([latest])];
  const one =
    names.length === 0 ? `${label} runs${where}.` : `${nameList(names)} ${run} for ${label}${where}.`;
  const several = `${inFlight.length} executions run at once, the newest is ${label}${names.length === 0 ? "" : `: ${nameList(names)} ${run}${where}`}.`;
  return {
    cause: "work",
    executionId: latest.id,
    ...only(stagesOf([latest])),
    text: inFlight.length === 1 ? one : several,
    ...(latest.startedAt !== undefined && { since: latest.startedAt }),
    ...times,
  };
}

/** What those do that nothing else is said of. */
function moreWords(executions: readonly ExecutionSummary[]): string | undefined {
  const stopped = executions.filter(isStopping).length;
  const running = executions.length - stopped;
  const words = [
    running > 0 ? `${running} more still ${running === 1 ? "runs" : "run"}` : [],
    stopped > 0 ? `${stopped} more ${stopped === 1 ? "is" : "are"} being stopped` : [],
  ].flat();
  return words.length === 0 ? undefined : nameList(words);
}

function isStopping({ status }: ExecutionSummary): boolean {
  return status === "Stopping";
}

function labelOf({ id, revisions }: ExecutionSummary): string {
  return executionLabel(id, revisions);
}

function stagesOf(executions: readonly ExecutionSummary[]): string[] {
  return [...new Set(executions.flatMap(({ stage }) => stage ?? []))];
}

function inStages(executions: readonly ExecutionSummary[]): string {
  const stages = stagesOf(executions);
  return stages.length === 0 ? "" : ` in ${nameList(stages)}`;
}

/** The stage that something is about, unless it is about several. */
function only([stage, ...others]: readonly string[]): Pick<Waiting, "stage"> {
  return stage === undefined || others.length > 0 ? {} : { stage };
}
