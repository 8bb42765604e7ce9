import "server-only";

/** Something EventBridge told about one pipeline. */
export interface PipelineEvent {
  /** The same for each delivery of an event. */
  id: string;
  account: string;
  region: string;
  pipeline: string;
  executionId?: string;
  stage?: string;
  action?: string;
  /** As EventBridge spells it, such as STARTED or CANCELED. */
  state: string;
  /** When it happened, epoch milliseconds; EventBridge gives whole seconds. */
  atMs: number;
}

const DETAIL_TYPE = /^CodePipeline (Pipeline|Stage|Action) Execution State Change$/;

/**
 * An event of CodePipeline from the text of a message: as an EventBridge rule puts it into a queue, or inside the
 * envelope of an SNS topic. Null for anything else. Source: "Monitoring CodePipeline events", EventBridge.
 */
export function toPipelineEvent(body: string): PipelineEvent | null {
  const message = parsed(body);
  if (message === null) return null;
  const event = typeof message.Message === "string" ? parsed(message.Message) : message;
  if (event === null || event.source !== "aws.codepipeline") return null;
  if (typeof event["detail-type"] !== "string" || !DETAIL_TYPE.test(event["detail-type"])) return null;
  const { detail, id, account, region } = event;
  if (!isObject(detail) || typeof detail.pipeline !== "string" || detail.pipeline === "") return null;
  if (typeof id !== "string" || typeof account !== "string" || typeof region !== "string") return null;
  const atMs = Date.parse(String(event.time));
  return {
    id,
    account,
    region,
    pipeline: detail.pipeline,
    executionId: textOf(detail["execution-id"]),
    stage: textOf(detail.stage),
    action: textOf(detail.action),
    state: textOf(detail.state) ?? "",
    atMs: Number.isNaN(atMs) ? 0 : atMs,
  };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
