import "server-only";
import { subscribe } from "node:diagnostics_channel";

/**
 * Makes every request with the method TRACE one with OPTIONS before Next sees it. The Request that Next wraps it in
 * cannot have that method and throws, which would be a 500; as OPTIONS it gets the 405 it deserves.
 */
export function disarmTrace(): void {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null || !("request" in message)) return;
    const { request } = message;
    if (typeof request !== "object" || request === null || !("method" in request)) return;
    if (request.method === "TRACE") request.method = "OPTIONS";
  });
}
