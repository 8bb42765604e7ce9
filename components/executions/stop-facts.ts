import type { ExecutionSummary } from "@/lib/domain/execution";
import { executionLabel } from "@/lib/domain/execution-label";
import { isInFlight } from "@/lib/domain/in-flight";
import type { ActionState, PipelineState } from "@/lib/domain/pipeline-state";

/** One execution that can be stopped now. */
export interface Stoppable {
  execution: ExecutionSummary;
  /** Short id of its first revision, or the start of its id. */
  label: string;
  /** Actions of it that are in progress. */
  running: ActionState[];
  /** Already stopping: a second stop is refused, abandoning is not. */
  stopping: boolean;
}

/** Executions of a pipeline that a stop can be asked for, newest first. */
export function stoppable(state: PipelineState): Stoppable[] {
  return state.onTheLine
    .filter((execution) => isInFlight(execution.status))
    .map((execution) => ({
      execution,
      label: executionLabel(execution.id, execution.revisions),
      running: state.stages
        .flatMap((stage) =>
          stage.actions.map((action) => ({ action, executionId: action.executionId ?? stage.executionId })),
        )
        .filter((each) => each.executionId === execution.id && each.action.status === "InProgress")
        .map((each) => each.action),
      stopping: execution.status === "Stopping",
    }));
}

/** The button's words: what it does, to which execution. */
export function stopButton(chosen: Stoppable, abandon: boolean): string {
  const count = chosen.running.length;
  if (!abandon) {
    return `Stop ${chosen.label}`;
  }
  return count === 0 ? `Abandon ${chosen.label}` : `Abandon ${count} ${actionWord(count)} of ${chosen.label}`;
}

/** What a press would do, in one or two sentences. */
export function stopConsequence(chosen: Stoppable, abandon: boolean): string {
  const names = list(chosen.running.map((action) => action.name));
  const count = chosen.running.length;
  if (!abandon) {
    return count === 0
      ? `Nothing of ${chosen.label} runs now, so it stops where it stands and does not go on.`
      : `${names} ${count === 1 ? "runs" : "run"} to ${count === 1 ? "its" : "their"} end first. After that nothing further starts, and ${chosen.label} is Stopped.`;
  }
  const outside = chosen.running.filter((action) => action.category !== "Approval");
  const providers = list([...new Set(outside.map((action) => action.provider))], "or");
  if (outside.length === 0) {
    return `${chosen.label} stops at once, and what waits in it is given up.`;
  }
  const left = list(outside.map((action) => action.name));
  return `${chosen.label} stops at once. AWS does not tell ${providers}, so ${left} ${
    outside.length === 1 ? "goes on by itself" : "go on by themselves"
  } and may still write.`;
}

function actionWord(count: number): string {
  return count === 1 ? "action" : "actions";
}

function list(words: readonly string[], last = "and"): string {
  const end = words.at(-1) ?? "";
  return words.length < 2 ? end : `${words.slice(0, -1).join(", ")} ${last} ${end}`;
}
