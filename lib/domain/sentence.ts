import type { ExecutionSummary } from "./execution";
import { executionLabel } from "./execution-label";
import { failureWords } from "./failure-words";
import { firstLine } from "./first-line";
import { isInFlight } from "./in-flight";
import { nameList } from "./name-list";
import { parallelSentence } from "./parallel-sentence";
import type { Sentence } from "./pipeline";
import type { StageState } from "./pipeline-state";
import { isKnownStanding, type Standing } from "./standing";
import { stageLabel, waitingTrains } from "./station";

/** What a pipeline's sentence is made from. */
export interface PipelineFacts {
  headline: Standing;
  executionMode: string;
  /** In pipeline order. */
  stages: readonly StageState[];
  /** Newest first. */
  executions: readonly ExecutionSummary[];
}

/**
 * The one sentence of a row: what the pipeline waits for, why it stopped, or what is live. It holds no age and no
 * countdown: those tick in the browser.
 */
export function toSentence(facts: PipelineFacts): Sentence {
  const { headline, stages } = facts;
  if (facts.executionMode === "PARALLEL") return parallelSentence(facts.executions);
  switch (headline) {
    case "Failed":
      return failedSentence(facts);
    case "Approval":
      return approvalSentence(stages);
    case "ClosedGate":
      return gateSentence(
        stages.findLast((stage) => !stage.transition.enabled && waitingTrains(stage).length > 0),
      );
    case "Queued":
      return { text: queuedText(stages) };
    case "InProgress":
    case "Stopping":
      return { text: runningText(facts) };
    case "Stopped":
    case "Cancelled":
      return { text: endedText(facts) };
    case "NotYetRun":
      return { text: "Has not run yet" };
    default:
      return { text: isKnownStanding(headline) ? restText(facts) : unknownText(headline) };
  }
}

function unknownText(status: string): string {
  return `AWS reports “${status}”, a status this version does not know`;
}

function failedSentence({ stages }: PipelineFacts): Sentence {
  const stage = stages.findLast(
    (candidate) => candidate.standing === "Failed" || candidate.standing === "Errored",
  );
  if (!stage) return { text: "Failed" };
  const { what, why } = failureWords(stage);
  const waiting = waitingTrains(stage).length;
  const lead = capital(`${what} in ${stage.name}.`);
  const behind = waiting === 1 ? "1 execution behind it" : `${waiting} executions behind it`;
  if (!stage.transition.enabled)
    return { lead, text: `Gate into ${stage.name} closed${waiting > 0 ? `, ${behind}` : ""}` };
  return { lead, text: why ?? (waiting > 0 ? capital(behind) : "AWS gives no reason") };
}

function approvalSentence(stages: readonly StageState[]): Sentence {
  const stage = stages.findLast((candidate) => candidate.standing === "Approval");
  if (!stage) return { text: "Waiting for approval" };
  const what = [stageLabel(stage), stage.revision?.summary].filter((part) => part !== undefined).join(" ");
  return { lead: `Waiting for approval in ${stage.name}.`, text: what };
}

function gateSentence(stage: StageState | undefined): Sentence {
  if (!stage) return { text: "A gate is closed" };
  const { changedBy, reason } = stage.transition;
  const by = changedBy === undefined ? "" : `by ${changedBy}`;
  const text = [by, firstLine(reason)].filter((part) => part !== undefined && part !== "").join(": ");
  return { lead: `Gate into ${stage.name} closed`, text };
}

function queuedText(stages: readonly StageState[]): string {
  const stage = stages.findLast((candidate) => waitingTrains(candidate).length > 0);
  const waiting = stage ? waitingTrains(stage) : [];
  if (!stage || waiting.length === 0) return "Waits for its turn";
  const who = nameList(waiting.map((train) => train.label));
  const inside = stageLabel(stage);
  const occupied = inside === undefined ? "" : `, occupied by ${inside}`;
  return `${who} ${waiting.length === 1 ? "waits" : "wait"} for ${stage.name}${occupied}`;
}

function runningText({ headline, stages, executions }: PipelineFacts): string {
  const stage = stages.findLast((candidate) => candidate.standing === headline);
  if (!stage) {
    const newest = executions.find((execution) => isInFlight(execution.status));
    return newest
      ? `${executionLabel(newest.id, newest.revisions)} is on its way to the next stage`
      : "Running";
  }
  const running = stage.actions
    .filter((action) => action.standing === "InProgress")
    .map((action) => action.name);
  const percent = stage.percentComplete === undefined ? "" : `, ${stage.percentComplete} %`;
  if (headline === "Stopping") {
    return `Stopping in ${stage.name}${running.length === 0 ? "" : `, waits for ${nameList(running)} to end`}`;
  }
  return running.length === 0
    ? `${stage.name} runs${percent}`
    : `${nameList(running)} in ${stage.name}${percent}`;
}

function endedText({ headline, stages, executions }: PipelineFacts): string {
  const stage = stages.findLast((candidate) => candidate.standing === headline);
  const execution = executions.find((candidate) => candidate.id === stage?.executionId);
  const where = stage ? `${headline} in ${stage.name}` : headline;
  const why = firstLine(execution?.stopReason);
  if (headline === "Cancelled") return `${where}: the pipeline was changed while it ran`;
  return why === undefined ? where : `${where}: ${why}`;
}

function restText({ stages, executions }: PipelineFacts): string {
  const gate = stages.findLast((stage) => !stage.transition.enabled);
  if (gate) {
    const { lead, text } = gateSentence(gate);
    return [lead, text].filter((part) => part !== "").join(" ");
  }
  const special = stages.findLast((stage) => stage.standing === "Overridden" || stage.standing === "Skipped");
  if (special) return specialText(special);
  const live = stages.findLast((stage) => stage.standing === "Succeeded");
  return live?.revision?.summary ?? executions[0]?.revisions[0]?.summary ?? "Succeeded";
}

function specialText(stage: StageState): string {
  const condition = stage.standing === "Skipped" ? stage.beforeEntry : (stage.onSuccess ?? stage.beforeEntry);
  const why = firstLine(condition?.summary) ?? firstLine(condition?.rules[0]?.summary);
  const what =
    stage.standing === "Skipped"
      ? `${stage.name} skipped by its entry condition`
      : `Condition of ${stage.name} overridden`;
  return why === undefined ? what : `${what}: ${why}`;
}

function capital(text: string): string {
  return /^(rule|the) /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
