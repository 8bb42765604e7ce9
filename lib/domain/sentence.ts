import { conditionOutcome } from "./condition-outcome";
import type { ExecutionSummary } from "./execution";
import { executionLabel } from "./execution-label";
import { failureWords } from "./failure-words";
import { firstLine } from "./first-line";
import { isInFlight } from "./in-flight";
import { nameList } from "./name-list";
import { parallelSentence } from "./parallel-sentence";
import type { Sentence } from "./pipeline";
import type { PipelineFacts } from "./pipeline-facts";
import type { StageState } from "./pipeline-state";
import { stageLabel, waitingTrains } from "./station";
import { causeOf, openCondition } from "./waiting-cause";

/**
 * The one sentence of a row: what the pipeline waits for, why it stopped, or what is live; in short what `whyWaiting` says
 * at length. It holds no age and no countdown: those tick in the browser.
 */
export function toSentence(facts: PipelineFacts): Sentence {
  if (facts.executionMode === "PARALLEL") return parallelSentence(facts.executions, facts.stages);
  const { cause, stage } = causeOf(facts);
  switch (cause) {
    case "failure":
      return failedSentence(stage);
    case "approval":
      return approvalSentence(stage);
    case "gate":
      return gateSentence(stage, facts.headline === "ClosedGate");
    case "queue":
      return { text: queuedText(stage) };
    case "between":
      return { text: betweenText(facts.executions) };
    case "rule":
    case "work":
      return { text: workText(stage) };
    case "stopping":
      return { text: stoppingText(stage) };
    case "stopped":
    case "cancelled":
      return { text: endedText(facts, stage) };
    case "never":
      return { text: "Has not run yet" };
    case "unknown":
      return { text: `AWS reports “${facts.headline}”, a status this version does not know` };
    case "skipped":
    case "overridden":
      return { text: specialText(stage) };
    case "rest":
      return { text: stage?.revision?.summary ?? facts.executions[0]?.revisions[0]?.summary ?? "Succeeded" };
  }
}

function failedSentence(stage: StageState | undefined): Sentence {
  if (!stage) return { text: "Failed" };
  const { what, why } = failureWords(stage);
  const waiting = waitingTrains(stage).length;
  const lead = capital(`${what} in ${stage.name}.`);
  const behind = waiting === 1 ? "1 execution behind it" : `${waiting} executions behind it`;
  if (!stage.transition.enabled)
    return { lead, text: `Gate into ${stage.name} closed${waiting > 0 ? `, ${behind}` : ""}` };
  return { lead, text: why ?? (waiting > 0 ? capital(behind) : "AWS gives no reason") };
}

function approvalSentence(stage: StageState | undefined): Sentence {
  if (!stage) return { text: "Waiting for approval" };
  const what = [stageLabel(stage), stage.revision?.summary].filter((part) => part !== undefined).join(" ");
  return { lead: `Waiting for approval in ${stage.name}.`, text: what };
}

/** `holds`: somebody stands in front of it, and it is what the row is about. */
function gateSentence(stage: StageState | undefined, holds: boolean): Sentence {
  if (!stage) return { text: "A gate is closed" };
  const { changedBy, reason } = stage.transition;
  const by = changedBy === undefined ? "" : `by ${changedBy}`;
  const lead = `Gate into ${stage.name} closed`;
  const text = [by, firstLine(reason)].filter((part) => part !== undefined && part !== "").join(": ");
  return holds ? { lead, text } : { text: [lead, text].filter((part) => part !== "").join(" ") };
}

function queuedText(stage: StageState | undefined): string {
  const waiting = stage ? waitingTrains(stage) : [];
  if (!stage || waiting.length === 0) return "Waits for its turn";
  const who = nameList(waiting.map((train) => train.label));
  const inside = stageLabel(stage);
  const occupied = inside === undefined ? "" : `, occupied by ${inside}`;
  return `${who} ${waiting.length === 1 ? "waits" : "wait"} for ${stage.name}${occupied}`;
}

function betweenText(executions: readonly ExecutionSummary[]): string {
  const newest = executions.find((execution) => isInFlight(execution.status));
  if (!newest) return "Running";
  return `${executionLabel(newest.id, newest.revisions)} is on its way to the next stage`;
}

function workText(stage: StageState | undefined): string {
  if (!stage) return "Running";
  const running = runningActions(stage);
  const percent = stage.percentComplete === undefined ? "" : `, ${stage.percentComplete} %`;
  const open = openCondition(stage);
  if (running.length > 0) return `${nameList(running)} in ${stage.name}${percent}`;
  return open
    ? `The ${open.words} condition of ${stage.name} is being evaluated`
    : `${stage.name} runs${percent}`;
}

function stoppingText(stage: StageState | undefined): string {
  if (!stage) return "Stopping";
  const running = runningActions(stage);
  return `Stopping in ${stage.name}${running.length === 0 ? "" : `, waits for ${nameList(running)} to end`}`;
}

function runningActions({ actions }: StageState): string[] {
  return actions.filter(({ standing }) => standing === "InProgress").map(({ name }) => name);
}

function endedText({ headline, executions }: PipelineFacts, stage: StageState | undefined): string {
  const execution = executions.find((candidate) => candidate.id === stage?.executionId);
  const where = stage ? `${headline} in ${stage.name}` : headline;
  const why = firstLine(execution?.stopReason);
  if (headline === "Cancelled") return `${where}: the pipeline was changed while it ran`;
  return why === undefined ? where : `${where}: ${why}`;
}

function specialText(stage: StageState | undefined): string {
  return stage ? conditionOutcome(stage) : "Succeeded";
}

function capital(text: string): string {
  return /^(rule|the) /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
