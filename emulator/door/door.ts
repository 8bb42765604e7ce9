import type { IncomingMessage, ServerResponse } from "node:http";
import { handleControl } from "../control/handle-control";
import { DoorError } from "./door-error";
import type { Emulator } from "./emulator";
import { type Address, handleCall } from "./handle-call";
import { handleWebhook, WEBHOOKS } from "./handle-webhook";
import { jsonProtocol } from "./json-protocol";
import { readBody } from "./read-body";
import { sendReply } from "./reply";

const json = jsonProtocol("1.1");

/** Where almost every request goes. */
const ROOT: Address = { pathname: "/", searchParams: new URLSearchParams() };

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  requestId: string;
}

function addressOf(text: string): Address | undefined {
  if (text === "/") return ROOT;
  try {
    return new URL(text, "http://emulator");
  } catch {
    return undefined;
  }
}

function refuse({ response, requestId }: Exchange, error: DoorError): void {
  const { status, body } = json.failure(error, requestId);
  const headers: Record<string, string> = status === 405 ? { allow: "POST" } : {};
  sendReply(response, { status, contentType: json.contentType, body, requestId, headers });
}

function fail(exchange: Exchange, error: unknown): void {
  if (error instanceof DoorError) {
    refuse(exchange, error);
  } else if (exchange.request.complete) {
    process.stderr.write(`emulator: ${error instanceof Error ? error.stack : String(error)}\n`);
    refuse(exchange, new DoorError("InternalFailure", 500, "The request processing has failed."));
  }
}

/** Whatever goes wrong in `work`, at once or later, is told to the client. */
function guarded(exchange: Exchange, work: () => Promise<void> | undefined): void {
  try {
    work()?.catch((error: unknown) => fail(exchange, error));
  } catch (error) {
    fail(exchange, error);
  }
}

function answer(emulator: Emulator, exchange: Exchange): Promise<void> | undefined {
  const { request, response, requestId } = exchange;
  const address = addressOf(request.url ?? "/");
  if (address?.pathname.startsWith("/_emulator")) {
    response.setHeader("x-amzn-RequestId", requestId);
    return handleControl(emulator, request, response, address);
  }
  if (request.method !== "POST") {
    throw new DoorError("UnknownOperationException", 405, "AWS requests are sent with POST.");
  }
  readBody(request, (body) =>
    guarded(exchange, () => {
      if (body === undefined) {
        throw new DoorError("RequestEntityTooLargeException", 413, "The request body is larger than 1 MB.");
      }
      if (address === undefined) {
        throw new DoorError("UnknownOperationException", 404, "The path cannot be read.");
      }
      const { pathname } = address;
      if (pathname.startsWith(WEBHOOKS)) {
        const token = pathname.slice(WEBHOOKS.length);
        handleWebhook(emulator, request, response, { token, body, requestId });
        return undefined;
      }
      return handleCall(emulator, request, response, address, body, requestId);
    }),
  );
  return undefined;
}

/** Answers every HTTP request; whatever goes wrong inside one, the process goes on. */
export function doorOf(emulator: Emulator): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const exchange = { request, response, requestId: emulator.requestIds.next() };
    guarded(exchange, () => answer(emulator, exchange));
  };
}
