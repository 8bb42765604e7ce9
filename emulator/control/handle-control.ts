import type { IncomingMessage, ServerResponse } from "node:http";
import type { Emulator } from "../door/emulator";
import type { Address } from "../door/handle-call";
import { parseJson } from "../door/parse-json";
import { readBody } from "../door/read-body";
import { addFault } from "./add-fault";
import { addOutcome } from "./add-outcome";
import { addRevision } from "./add-revision";
import { clearFaults } from "./clear-faults";
import { clearOutcomes } from "./clear-outcomes";
import type { ControlCall } from "./control-call";
import { ControlError } from "./control-error";
import { expireSessions } from "./expire-sessions";
import { isFromHere } from "./loopback";
import { moveClock } from "./move-clock";
import { readEvents } from "./read-events";
import { readJournal } from "./read-journal";
import { readStatus } from "./read-status";
import { resetWorld } from "./reset-world";

const CALLS: Record<string, Record<string, ControlCall>> = {
  "/_emulator/status": { GET: readStatus },
  "/_emulator/reset": { POST: resetWorld },
  "/_emulator/clock": { POST: moveClock },
  "/_emulator/revisions": { POST: addRevision },
  "/_emulator/outcomes": { POST: addOutcome, DELETE: clearOutcomes },
  "/_emulator/faults": { POST: addFault, DELETE: clearFaults },
  "/_emulator/sessions": { DELETE: expireSessions },
  "/_emulator/journal": { GET: readJournal },
  "/_emulator/events": { GET: readEvents },
};

function send(response: ServerResponse, status: number, answer: unknown): void {
  if (response.destroyed) return;
  const body = JSON.stringify(answer);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
  });
  response.end(body);
}

function callOf(request: IncomingMessage, url: Address): ControlCall {
  if (!isFromHere(request)) throw new ControlError("the control calls are for this machine only", 403);
  const methods = Object.hasOwn(CALLS, url.pathname) ? CALLS[url.pathname] : undefined;
  if (methods === undefined) {
    throw new ControlError(
      `${url.pathname} is not a control call; calls: ${Object.keys(CALLS).join(" ")}`,
      404,
    );
  }
  const call = Object.hasOwn(methods, request.method ?? "") ? methods[request.method ?? ""] : undefined;
  if (call === undefined) {
    throw new ControlError(
      `${url.pathname} takes ${Object.keys(methods).join(", ")}, not ${request.method}`,
      405,
    );
  }
  return call;
}

function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve) => readBody(request, resolve));
}

function parsed(body: Buffer | undefined): unknown {
  if (body === undefined) throw new ControlError("the body is larger than 1 MB", 413);
  if (body.length === 0) return {};
  try {
    return parseJson(body.toString("utf8"));
  } catch {
    throw new ControlError("the body must be a JSON object");
  }
}

/** Answers one control call: plain JSON, `{error}` with 400, 403, 404, 405 or 413 when it cannot be done. */
export async function handleControl(
  emulator: Emulator,
  request: IncomingMessage,
  response: ServerResponse,
  url: Address,
): Promise<void> {
  try {
    const call = callOf(request, url);
    const body = parsed(request.method === "POST" ? await bodyOf(request) : Buffer.alloc(0));
    send(response, 200, call(emulator, { body, query: url.searchParams }));
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    send(response, error.status, { error: error.message });
  }
}
