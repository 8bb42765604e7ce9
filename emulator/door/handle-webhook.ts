import type { IncomingMessage, ServerResponse } from "node:http";
import { isAuthentic } from "../engine/webhooks/authenticate";
import { deliverToWebhook } from "../engine/webhooks/deliver";
import type { Emulator } from "./emulator";
import { parseJson } from "./parse-json";
import { sendReply } from "./reply";

/** Where the addresses of webhooks begin. */
export const WEBHOOKS = "/webhooks/";

interface Answer {
  status: number;
  message: string;
  pipelineExecutionId?: string;
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function answerTo(emulator: Emulator, request: IncomingMessage, token: string, body: Buffer): Answer {
  const world = emulator.worldAtNow();
  const webhook = world.webhooksByToken.get(token);
  if (!webhook) return { status: 404, message: "There is no webhook at this address." };
  const signature = header(request, "x-hub-signature-256") ?? header(request, "x-hub-signature");
  const { remoteAddress } = request.socket;
  if (!isAuthentic(webhook.definition, { body, signature, remoteAddress }))
    return { status: 403, message: "The sender of the request could not be authenticated." };
  let payload: unknown;
  try {
    payload = parseJson(body.toString("utf8"));
  } catch {
    return { status: 400, message: "The body is not JSON." };
  }
  const pipelineExecutionId = deliverToWebhook(world, webhook, payload);
  return pipelineExecutionId === undefined
    ? { status: 200, message: "The request starts nothing: a filter does not match, or its target is gone." }
    : { status: 200, message: "The pipeline was started.", pipelineExecutionId };
}

/** Answers a POST to the address of a webhook: JSON with a message, and the id of the execution it started. */
export function handleWebhook(
  emulator: Emulator,
  request: IncomingMessage,
  response: ServerResponse,
  { token, body, requestId }: { token: string; body: Buffer; requestId: string },
): void {
  const { status, ...answer } = answerTo(emulator, request, token, body);
  sendReply(response, { status, contentType: "application/json", body: JSON.stringify(answer), requestId });
}
