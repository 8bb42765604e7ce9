import type { ExecutionSummary } from "./execution";
import { executionLabel } from "./execution-label";
import { isInFlight } from "./in-flight";
import { nameList } from "./name-list";
import type { Waiting } from "./waiting";

/**
 * What holds executions that run independently of each other, newest first: those that wait for a person, else the newest
 * when it failed, else what runs.
 */
export function parallelWaiting(executions: readonly ExecutionSummary[]): Waiting {
  const [newest] = executions;
  if (!newest) return { cause: "never", text: "It has not run yet." };
  const inFlight = executions.filter(({ status }) => isInFlight(status));
  const waiting = inFlight.filter(({ standing }) => standing === "Approval");
  if (waiting.length > 0) {
    const { text, ...who } = asking(waiting);
    const failed = newest.standing === "Failed" ? ` ${labelOf(newest)} failed${inStage(newest)}.` : "";
    return { cause: "approval", ...who, text: `${text}${failed}` };
  }
  if (newest.standing === "Failed") {
    return {
      cause: "failure",
      executionId: newest.id,
      lead: `${labelOf(newest)} failed${inStage(newest)}:`,
      text: `executions are independent here, so it holds up nobody${inFlight.length === 0 ? "" : `; ${running(inFlight.length)}`}.`,
      ...(newest.updatedAt !== undefined && { since: newest.updatedAt }),
    };
  }
  const [latest] = inFlight;
  if (!latest) return { cause: "rest", text: "Nothing is on the line." };
  return {
    cause: "work",
    executionId: latest.id,
    text:
      inFlight.length === 1
        ? `${labelOf(latest)} runs${inStage(latest)}.`
        : `${inFlight.length} executions run at once, the newest is ${labelOf(latest)}.`,
    ...(latest.startedAt !== undefined && { since: latest.startedAt }),
  };
}

function asking(waiting: readonly ExecutionSummary[]): Pick<Waiting, "executionId" | "text"> {
  const [first] = waiting;
  const places = [...new Set(waiting.flatMap(({ stage }) => stage ?? []))];
  const where = places.length === 0 ? "" : ` in ${nameList(places)}`;
  const wait = waiting.length === 1 ? "waits" : "wait";
  return {
    ...(first && { executionId: first.id }),
    text: `${nameList(waiting.map(labelOf))} ${wait} for a person to answer${where}.`,
  };
}

function labelOf({ id, revisions }: ExecutionSummary): string {
  return executionLabel(id, revisions);
}

function inStage({ stage }: ExecutionSummary): string {
  return stage === undefined ? "" : ` in ${stage}`;
}

function running(count: number): string {
  return count === 1 ? "1 more still runs" : `${count} more still run`;
}
