import type { ExecutionSummary } from "@/lib/domain/execution";
import { executionLabel } from "@/lib/domain/execution-label";
import type { Instant } from "@/lib/domain/instant";
import { openApprovals } from "@/lib/domain/open-approvals";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import type { Receipt } from "@/lib/domain/receipt";
import type { ReceiptEffect } from "./receipt-view";

const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

/** `third`, or `12th` beyond the words. */
export function ordinal(position: number): string {
  return ORDINALS[position - 1] ?? `${position}th`;
}

/** What people recognise an execution by: its first revision, or the start of its id. */
export function pressedLabel(state: PipelineState | undefined, executionId: string | undefined): string {
  if (executionId === undefined) {
    return "it";
  }
  const known = state === undefined ? undefined : find(state, executionId);
  return executionLabel(executionId, known?.revisions ?? []);
}

/** What a press was on: the execution, or the gate of a stage, or the pipeline where none was. */
export function pressedOn(state: PipelineState | undefined, receipt: Receipt | undefined): string {
  if (receipt === undefined || receipt.executionId !== undefined)
    return pressedLabel(state, receipt?.executionId);
  return receipt.stage === undefined ? receipt.pipeline : `into ${receipt.stage}`;
}

/**
 * What a state read after the press shows of it; undefined while it shows nothing. A state read before AWS was
 * asked proves nothing.
 */
export function receiptEffect(receipt: Receipt, state: PipelineState | undefined): ReceiptEffect | undefined {
  const seenAt = state?.row.asOf;
  if (state === undefined || seenAt === null || seenAt === undefined || !isLater(seenAt, receipt.sentAt)) {
    return undefined;
  }
  const text = effectText(receipt, state);
  return text === undefined ? undefined : { text, seenAt };
}

function effectText(receipt: Receipt, state: PipelineState): string | undefined {
  const label = pressedLabel(state, receipt.executionId);
  const execution = receipt.executionId === undefined ? undefined : find(state, receipt.executionId);
  switch (receipt.verb) {
    case "approve":
    case "reject": {
      const stage = state.stages.find((each) => each.name === receipt.stage);
      const action = stage?.actions.find((each) => each.name === receipt.action);
      if (
        stage === undefined ||
        action === undefined ||
        openApprovals(action).some((open) => open.executionId === receipt.executionId)
      ) {
        return undefined;
      }
      return receipt.verb === "approve"
        ? `${label} left ${stage.name}${whereNow(state, receipt, execution)}.`
        : `${label} was rejected in ${stage.name}; the execution is ${execution?.status ?? "over"}.`;
    }
    case "stop":
    case "abandon":
      if (execution?.status === "Stopping") {
        // It may have been stopping before: that it was abandoned is seen when it has stopped.
        return receipt.verb === "abandon"
          ? undefined
          : `${label} is stopping: actions that run finish first.`;
      }
      return execution === undefined || execution.status === "InProgress"
        ? undefined
        : execution.status === "Stopped"
          ? `${label} has stopped.`
          : `${label} ended by itself: ${execution.status}.`;
    default:
      return undefined;
  }
}

function whereNow(state: PipelineState, receipt: Receipt, execution: ExecutionSummary | undefined): string {
  for (const stage of state.stages) {
    const position = stage.inbound.findIndex((each) => each.executionId === receipt.executionId);
    if (position >= 0) {
      return stage.transition.enabled
        ? ` and waits for ${stage.name}, ${ordinal(position + 1)} in line`
        : ` and stands ${ordinal(position + 1)} at the closed gate into ${stage.name}`;
    }
  }
  if (execution?.standing === "ClosedGate") return ` and stands at the closed gate into ${execution.stage}`;
  if (
    execution?.status === "InProgress" &&
    execution.stage !== undefined &&
    execution.stage !== receipt.stage
  ) {
    return ` and is in ${execution.stage}`;
  }
  return execution === undefined || execution.status === "InProgress"
    ? ""
    : `; the execution is ${execution.status}`;
}

function find(state: PipelineState, executionId: string): ExecutionSummary | undefined {
  return [...state.onTheLine, ...state.finishedLast].find((each) => each.id === executionId);
}

function isLater(instant: Instant, than: Instant | undefined): boolean {
  return than !== undefined && Date.parse(instant) > Date.parse(than);
}
