import { gateExpiry } from "@/components/pipelines/gate-words";
import { nameList } from "@/lib/domain/name-list";
import { waitingBefore } from "@/lib/domain/parallel-gate";
import type { InboundExecution, PipelineState, StageState } from "@/lib/domain/pipeline-state";

/** What opening or closing the way into a stage is about. */
export interface TransitionFacts {
  stage: StageState;
  /** The stage in front of it; the first stage has none. */
  before?: StageState;
  /** What waits there, the next first. */
  waiting: InboundExecution[];
}

/** Finds the transition into a stage. */
export function transitionFacts(state: PipelineState, stageName: string): TransitionFacts | undefined {
  const at = state.stages.findIndex(({ name }) => name === stageName);
  const stage = state.stages[at];
  if (!stage) return undefined;
  return { stage, before: state.stages[at - 1], waiting: waitingBefore(stage, state) };
}

/** What opening causes: what is shipped by it, in which order. */
export function openConsequence({ stage, waiting }: TransitionFacts, mode: string, now: number): string {
  const labels = waiting.map(({ label }) => label);
  const [first, ...rest] = labels;
  if (first === undefined) return `Nothing waits there. What comes from now on enters ${stage.name}.`;
  if (gateExpiry(stage.transition.changedAt, now) === "over")
    return `It has been closed for more than 30 days: ${nameList(labels)} will not enter by itself. What comes from now on does.`;
  if (mode === "PARALLEL")
    return `${nameList(labels)} ${rest.length === 0 ? "enters" : "enter"} ${stage.name} at once.`;
  const then =
    rest.length === 0
      ? ""
      : ` ${nameList(rest)} ${rest.length === 1 ? "follows" : "follow"} one after the other.`;
  return `Ships ${first}: it enters ${stage.name} as soon as the stage is free.${then}`;
}

/** What closing causes. */
export function closeConsequence({ stage, waiting }: TransitionFacts): string {
  const labels = waiting.map(({ label }) => label);
  const wait =
    labels.length === 0
      ? ""
      : ` ${nameList(labels)} ${labels.length === 1 ? "stays" : "stay"} in front of it.`;
  return `Nothing enters ${stage.name} until somebody opens it again; what is inside goes on.${wait} What waits longer than 30 days does not resume.`;
}

/** What to tell when the transition is no longer as it was opened; undefined while it is. */
export function transitionMoved(
  opened: TransitionFacts,
  now: TransitionFacts | undefined,
  opens: boolean,
): string | undefined {
  const { name } = opened.stage;
  if (now === undefined) return `The pipeline no longer has a stage ${name}.`;
  if (now.stage.transition.enabled === opens) {
    const { changedBy } = now.stage.transition;
    return `It is ${opens ? "open" : "closed"} already${changedBy === undefined ? "" : `, by ${changedBy}`}.`;
  }
  const seen = opened.waiting.map(({ executionId }) => executionId);
  const newer = now.waiting.filter(({ executionId }) => !seen.includes(executionId));
  if (!opens || newer.length === 0) return undefined;
  const labels = newer.map(({ label }) => label);
  return `A newer run is now waiting: ${nameList(labels)}. Opening would ship it too.`;
}

/** The words of the button that opens: what ships with it. */
export function openButton({ waiting }: TransitionFacts, mode: string): string {
  const [next, ...others] = waiting;
  if (next === undefined) return "Open the gate";
  return mode === "PARALLEL" && others.length > 0
    ? `Open and ship ${waiting.length} executions`
    : `Open and ship ${next.label}`;
}
