import type { IncomingMessage, ServerResponse } from "node:http";
import { handleControl } from "../control/handle-control";
import { DoorError } from "./door-error";
import type { Emulator } from "./emulator";
import { handleCall } from "./handle-call";
import { jsonProtocol } from "./json-protocol";
import { readBody } from "./read-body";
import { sendReply } from "./reply";

const json = jsonProtocol("1.1");

function refuse(response: ServerResponse, error: DoorError, requestId: string): void {
  const { status, body } = json.failure(error, requestId);
  const headers: Record<string, string> = status === 405 ? { allow: "POST" } : {};
  sendReply(response, { status, contentType: json.contentType, body, requestId, headers });
}

/** Where almost every request goes; nothing changes it. */
const ROOT = new URL("http://emulator/");

function urlOf(text: string): URL | undefined {
  if (text === "/") return ROOT;
  try {
    return new URL(text, "http://emulator");
  } catch {
    return undefined;
  }
}

async function answer(
  emulator: Emulator,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const url = urlOf(request.url ?? "/");
  if (url?.pathname.startsWith("/_emulator")) {
    response.setHeader("x-amzn-RequestId", requestId);
    await handleControl(emulator, request, response, url);
    return;
  }
  if (request.method !== "POST") {
    throw new DoorError("UnknownOperationException", 405, "AWS requests are sent with POST.");
  }
  const body = await readBody(request);
  if (body === undefined) {
    throw new DoorError("RequestEntityTooLargeException", 413, "The request body is larger than 1 MB.");
  }
  if (url === undefined) throw new DoorError("UnknownOperationException", 404, "The path cannot be read.");
  await handleCall(emulator, request, response, url, body, requestId);
}

/** Answers every HTTP request; whatever goes wrong inside one, the process goes on. */
export function doorOf(emulator: Emulator): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const requestId = emulator.requestIds.next();
    answer(emulator, request, response, requestId).catch((error: unknown) => {
      if (error instanceof DoorError) {
        refuse(response, error, requestId);
      } else if (request.complete) {
        process.stderr.write(`emulator: ${error instanceof Error ? error.stack : String(error)}\n`);
        const failure = new DoorError("InternalFailure", 500, "The request processing has failed.");
        refuse(response, failure, requestId);
      }
    });
  };
}
