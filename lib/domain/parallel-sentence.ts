import type { ExecutionSummary } from "./execution";
import { executionLabel } from "./execution-label";
import { isInFlight } from "./in-flight";
import { nameList } from "./name-list";
import { closedGateBefore, lastClosedGate } from "./parallel-gate";
import type { Sentence } from "./pipeline";
import type { StageState } from "./pipeline-state";

/**
 * The sentence of a pipeline whose executions run independently of each other. `executions`: newest first.
 *
 * @param stages of the pipeline, in order
 */
export function parallelSentence(
  executions: readonly ExecutionSummary[],
  stages: readonly StageState[],
): Sentence {
  const [newest] = executions;
  if (!newest) return { text: "Has not run yet" };
  const inFlight = executions.filter((execution) => isInFlight(execution.status));
  const waiting = askedOf(executions, stages);
  const [first] = waiting;
  const atGate = lastClosedGate(inFlight, stages);
  const others = inFlight.filter(
    (execution) => execution.standing !== "Approval" && closedGateBefore(execution, stages) === undefined,
  );
  const still = others.length > 0 ? [running(others.length)] : [];
  if (newest.standing === "Failed") {
    const more = [first ? asking(first, waiting) : [], atGate ? held(atGate) : [], still].flat();
    const text = more.length === 0 ? newest.revisions[0]?.summary : more.join("; ");
    return { lead: `${labelOf(newest)} failed${inStage(newest)}.`, text: text ?? "" };
  }
  if (first)
    return {
      lead: `Waiting for approval in ${first.stage ?? "a stage"}.`,
      text: [nameList(waiting.map(labelOf)), atGate ? held(atGate) : []].flat().join("; "),
    };
  if (atGate) {
    const { name, transition } = atGate.gate;
    const by = transition.changedBy === undefined ? "" : ` by ${transition.changedBy}`;
    return {
      lead: `Gate into ${name} closed${by}.`,
      text: [`${waitWords(atGate.held)} in front of it`, ...still].join("; "),
    };
  }
  const [latest] = inFlight;
  if (latest && inFlight.length === 1)
    return { text: `1 execution running, ${labelOf(latest)}${inStage(latest)}` };
  if (latest) return { text: `${inFlight.length} executions running at once, newest ${labelOf(latest)}` };
  return { text: newest.revisions[0]?.summary ?? `${labelOf(newest)}: ${newest.standing}` };
}

/** The execution whose stage is named where some wait for approval: of several, in the last stage. */
export function firstAsked(
  executions: readonly ExecutionSummary[],
  stages: readonly StageState[],
): ExecutionSummary | undefined {
  return askedOf(executions, stages)[0];
}

function askedOf(executions: readonly ExecutionSummary[], stages: readonly StageState[]): ExecutionSummary[] {
  const placeOf = ({ stage }: ExecutionSummary) => stages.findIndex(({ name }) => name === stage);
  return executions
    .filter(({ status, standing }) => isInFlight(status) && standing === "Approval")
    .toSorted((one, other) => placeOf(other) - placeOf(one));
}

function labelOf(execution: ExecutionSummary): string {
  return executionLabel(execution.id, execution.revisions);
}

function inStage(execution: ExecutionSummary): string {
  return execution.stage === undefined ? "" : ` in ${execution.stage}`;
}

function asking(first: ExecutionSummary, waiting: readonly ExecutionSummary[]): string {
  return `${waitWords(waiting)} for approval${inStage(first)}`;
}

function held({ gate, held: waiting }: NonNullable<ReturnType<typeof lastClosedGate>>): string {
  return `${waitWords(waiting)} at the closed gate into ${gate.name}`;
}

function waitWords(waiting: readonly ExecutionSummary[]): string {
  return `${nameList(waiting.map(labelOf))} ${waiting.length === 1 ? "waits" : "wait"}`;
}

function running(count: number): string {
  return count === 1 ? "1 execution still running" : `${count} executions still running`;
}
