import "server-only";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { NodeHttpHandler } from "@smithy/node-http-handler";

/**
 * Sockets and time limits of one SDK client. Each target gets its own, so that one that hangs holds up no other.
 *
 * @param timeoutMs from sending the request to the answer; without `throwOnRequestTimeout` the SDK only warns
 */
export function requestHandler(timeoutMs: number, keepAlive = true): NodeHttpHandler {
  const sockets = { keepAlive, maxSockets: 16 };
  return new NodeHttpHandler({
    connectionTimeout: Math.min(3000, timeoutMs),
    requestTimeout: timeoutMs,
    throwOnRequestTimeout: true,
    httpAgent: new HttpAgent(sockets),
    httpsAgent: new HttpsAgent(sockets),
  });
}
