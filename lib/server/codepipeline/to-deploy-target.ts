import "server-only";
import type { DeployTargetEvent as AwsEvent } from "@aws-sdk/client-codepipeline";
import type { DeployTarget, DeployTargetEvent } from "@/lib/domain/deploy-target";
import { instant, objects, text } from "./lenient";
import type { AwsDeployTarget } from "./list-deploy-action-execution-targets";

/** A target of a deploy action with what happened on it, in AWS's order. */
export function toDeployTarget(aws: AwsDeployTarget): DeployTarget {
  return {
    id: text(aws.targetId) ?? "",
    type: text(aws.targetType),
    standing: text(aws.status) ?? "Unknown",
    startedAt: instant(aws.startTime),
    endedAt: instant(aws.endTime),
    events: objects(aws.events).map(toEvent),
  };
}

function toEvent(aws: AwsEvent): DeployTargetEvent {
  return {
    name: text(aws.name) ?? "",
    standing: text(aws.status) ?? "Unknown",
    startedAt: instant(aws.startTime),
    endedAt: instant(aws.endTime),
    commandId: text(aws.context?.ssmCommandId),
    message: text(aws.context?.message),
  };
}
