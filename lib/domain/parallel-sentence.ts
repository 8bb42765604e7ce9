import type { ExecutionSummary } from "./execution";
import { executionLabel } from "./execution-label";
import { isInFlight } from "./in-flight";
import { nameList } from "./name-list";
import type { Sentence } from "./pipeline";

/** The sentence of a pipeline whose executions run independently of each other. `executions`: newest first. */
export function parallelSentence(executions: readonly ExecutionSummary[]): Sentence {
  const [newest] = executions;
  if (!newest) return { text: "Has not run yet" };
  const inFlight = executions.filter((execution) => isInFlight(execution.status));
  const waiting = askedOf(executions);
  const [first] = waiting;
  if (newest.standing === "Failed") {
    const still = inFlight.length - waiting.length;
    const more = [first && asking(first, waiting), still > 0 ? running(still) : undefined].flatMap(
      (part) => part ?? [],
    );
    const text = more.length === 0 ? newest.revisions[0]?.summary : more.join("; ");
    return { lead: `${labelOf(newest)} failed${inStage(newest)}.`, text: text ?? "" };
  }
  if (first)
    return {
      lead: `Waiting for approval in ${first.stage ?? "a stage"}.`,
      text: nameList(waiting.map(labelOf)),
    };
  const [latest] = inFlight;
  if (latest && inFlight.length === 1)
    return { text: `1 execution running, ${labelOf(latest)}${inStage(latest)}` };
  if (latest) return { text: `${inFlight.length} executions running at once, newest ${labelOf(latest)}` };
  return { text: newest.revisions[0]?.summary ?? `${labelOf(newest)}: ${newest.standing}` };
}

/** The execution whose stage is named where some wait for approval. */
export function firstAsked(executions: readonly ExecutionSummary[]): ExecutionSummary | undefined {
  return askedOf(executions)[0];
}

function askedOf(executions: readonly ExecutionSummary[]): ExecutionSummary[] {
  return executions.filter(({ status, standing }) => isInFlight(status) && standing === "Approval");
}

function labelOf(execution: ExecutionSummary): string {
  return executionLabel(execution.id, execution.revisions);
}

function inStage(execution: ExecutionSummary): string {
  return execution.stage === undefined ? "" : ` in ${execution.stage}`;
}

function asking(first: ExecutionSummary, waiting: readonly ExecutionSummary[]): string {
  const wait = waiting.length === 1 ? "waits" : "wait";
  return `${nameList(waiting.map(labelOf))} ${wait} for approval${inStage(first)}`;
}

function running(count: number): string {
  return count === 1 ? "1 execution still running" : `${count} executions still running`;
}
