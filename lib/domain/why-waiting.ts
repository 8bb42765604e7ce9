import { failureWords } from "./failure-words";
import { firstLine } from "./first-line";
import { nameList } from "./name-list";
import type { Sentence } from "./pipeline";
import type { StageState } from "./pipeline-state";
import type { PipelineFacts } from "./sentence";
import { stageLabel, waitingTrains } from "./station";

/** Why a pipeline is not moving and will not without a person; undefined when it rests, runs or only queues. */
export function whyWaiting({ headline, executionMode, stages }: PipelineFacts): Sentence | undefined {
  if (executionMode === "PARALLEL") return undefined;
  switch (headline) {
    case "Failed":
      return notMoving(
        stages.findLast((stage) => stage.standing === "Failed" || stage.standing === "Errored"),
        failed,
      );
    case "Approval":
      return notMoving(
        stages.findLast((stage) => stage.standing === "Approval"),
        approval,
      );
    case "ClosedGate":
      return notMoving(
        stages.findLast((stage) => !stage.transition.enabled && waitingTrains(stage).length > 0),
        gate,
      );
    default:
      return undefined;
  }
}

function notMoving(
  stage: StageState | undefined,
  words: (stage: StageState) => string,
): Sentence | undefined {
  if (!stage) return undefined;
  const waiting = waitingTrains(stage).map((train) => train.label);
  const behind =
    waiting.length === 0
      ? ""
      : ` ${nameList(waiting)} ${waiting.length === 1 ? "stands" : "stand"} behind it.`;
  return { lead: `${stage.name} is not moving:`, text: `${words(stage)}.${behind}` };
}

function failed(stage: StageState): string {
  const label = stageLabel(stage);
  const { what } = failureWords(stage);
  return `${what}${label === undefined ? "" : ` for ${label}`}${stage.transition.enabled ? "" : `, and the gate into ${stage.name} is closed`}`;
}

function approval(stage: StageState): string {
  const actions = stage.actions
    .filter((action) => action.standing === "Approval")
    .map((action) => action.name);
  const who = stageLabel(stage) ?? "an execution";
  const closed = stage.transition.enabled ? "" : `, and the gate into ${stage.name} is closed`;
  return `${who} waits for a person to answer ${nameList(actions)}${closed}`;
}

function gate(stage: StageState): string {
  const { changedBy, reason } = stage.transition;
  const by = changedBy === undefined ? "" : ` by ${changedBy}`;
  const why = firstLine(reason);
  return `the gate into ${stage.name} is closed${by}${why === undefined ? "" : `: ${why.replace(/\.$/, "")}`}`;
}
