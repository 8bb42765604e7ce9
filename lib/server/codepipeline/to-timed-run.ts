import "server-only";
import type { TimedRun } from "@/lib/domain/usual-durations";
import { instant, text } from "./lenient";
import type { AwsActionExecution } from "./list-action-executions";

/** A run of ListActionExecutions as far as lengths need it. A run of an approval is a wait for a person, and is one too. */
export function toTimedRun(aws: AwsActionExecution): TimedRun {
  return {
    stage: text(aws.stageName) ?? "",
    action: text(aws.actionName) ?? "",
    executionId: text(aws.pipelineExecutionId) ?? "",
    status: text(aws.status) ?? "",
    startedAt: instant(aws.startTime),
    endedAt: instant(aws.lastUpdateTime),
  };
}
