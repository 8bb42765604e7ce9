import type { JournalInput, PressedVerb, Thing } from "./verbs";
import { textOf } from "./verbs";

/**
 * What a request to AWS is recognised by, from its input: the text of its press where the operation has room for one, else
 * what it is about; then presses on the same thing share it.
 */
export function nameOfRequest(operation: string, input: JournalInput): string {
  const word = (name: string) => String(input[name]);
  const result = input.result as { summary?: string } | undefined;
  switch (operation) {
    case "PutApprovalResult":
      return String(result?.summary);
    case "StopPipelineExecution":
    case "DisableStageTransition":
      return word("reason");
    case "StartPipelineExecution":
      return textOf(word("clientRequestToken"));
    case "RetryStageExecution":
      return place(operation, word("pipelineName"), word("stageName"), [
        word("pipelineExecutionId"),
        word("retryMode"),
      ]);
    case "RollbackStage":
      return place(operation, word("pipelineName"), word("stageName"), [word("targetPipelineExecutionId")]);
    case "OverrideStageCondition":
      return place(operation, word("pipelineName"), word("stageName"), [word("pipelineExecutionId")]);
    default:
      return place(operation, word("pipelineName"), word("stageName"), []);
  }
}

/** The same of a press. */
export function nameOfPress(key: string, { operation, aim }: PressedVerb, thing: Thing): string {
  const about = aim?.(thing);
  return about ? place(operation, thing.pipeline, about.stage, about.which) : textOf(key);
}

function place(operation: string, pipeline: string, stage: string, which: readonly string[]): string {
  return [operation, pipeline, stage, ...which].join(" ");
}
