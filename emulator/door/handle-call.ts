import type { IncomingMessage, ServerResponse } from "node:http";
import type { SignedCall } from "./caller";
import type { Emulator } from "./emulator";
import { Passage } from "./passage";
import { refusalOf } from "./refusal-of";
import { sendRefusal } from "./reply";
import { routeCall } from "./route-call";
import { verifySignature } from "./signature/verify-signature";

/** The path and query a request was sent to; a URL is one. */
export type Address = Pick<URL, "pathname" | "searchParams">;

/**
 * Carries out one AWS request whose body is there: at once, or answers a promise where something has to be waited for.
 * Throws DoorError when it names no known service.
 */
export function handleCall(
  emulator: Emulator,
  request: IncomingMessage,
  response: ServerResponse,
  address: Address,
  body: Buffer,
  requestId: string,
): Promise<void> | undefined {
  const { headers, method = "POST" } = request;
  const { pathname: path, searchParams: query } = address;
  const target = headers["x-amz-target"];
  const route = routeCall(path, Array.isArray(target) ? target[0] : target, headers["content-type"], body);
  let signed: SignedCall;
  try {
    const received = { method, path, query, headers, body };
    signed = verifySignature(received, route.service.name, emulator.credentials);
  } catch (error) {
    emulator.counts.add(route.operation, "failed");
    sendRefusal(response, route.service.protocol, refusalOf(error), requestId);
    return undefined;
  }
  return new Passage(emulator, response, route, { requestId, host: headers.host ?? "", signed }).run(body);
}
