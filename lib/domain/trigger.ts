import type { Trigger } from "./execution";
import { principalName } from "./principal-name";

/**
 * What started an execution, in words.
 *
 * @param type AWS's TriggerType, or a newer one
 * @param detail AWS's triggerDetail: the caller's ARN, the rule's ARN, or JSON for an automatic rollback
 * @param author of the first source revision, where known
 */
export function toTrigger(type: string, detail?: string, author?: string): Trigger {
  const caller = detail?.startsWith("arn:") ? principalName(detail) : undefined;
  switch (type) {
    case "StartPipelineExecution":
      return caller ? { type, text: `started by ${caller}`, by: caller } : { type, text: "started by hand" };
    case "ManualRollback":
      return caller
        ? { type, text: `rolled back by ${caller}`, by: caller }
        : { type, text: "rolled back by hand" };
    case "AutomatedRollback":
      return { type, text: "automatic rollback" };
    case "Webhook":
    case "WebhookV2":
      return { type, text: "push", by: author };
    case "CloudWatchEvent":
      return { type, text: detail === undefined ? "event" : `event rule ${ruleName(detail)}`, by: author };
    case "PollForSourceChanges":
      return { type, text: "change found by polling", by: author };
    case "PutActionRevision":
      return { type, text: "new revision", by: author };
    case "CreatePipeline":
      return { type, text: "pipeline created" };
    default:
      return { type, text: type, by: author };
  }
}

function ruleName(arn: string): string {
  return arn.split("/").at(-1) ?? arn;
}

/** Types that a change of somebody's causes; the others have a caller of their own, or nobody. */
const BY_A_CHANGE = new Set([
  "Webhook",
  "WebhookV2",
  "CloudWatchEvent",
  "PollForSourceChanges",
  "PutActionRevision",
]);

/** The trigger of a change whose author has become known since. */
export function withAuthor(trigger: Trigger | undefined, author: string | undefined): Trigger | undefined {
  if (trigger === undefined || trigger.by !== undefined || author === undefined) return trigger;
  return BY_A_CHANGE.has(trigger.type) ? { ...trigger, by: author } : trigger;
}
