import "server-only";
import { subscribe } from "node:diagnostics_channel";

/** Methods that Next knows; it answers any other with an empty 400, and TRACE with a 500. */
const KNOWN_METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** What nearly every request target is made of, with nothing in it to mend. */
const TAME_ALREADY = /^(?:\/[\w.@~-]+)+(?:\?[\w.@~&=,-]*)?$/;

/**
 * Makes what Next cannot read into something it can, before Next sees a request: it then gets the 401, 404 or 405 it
 * deserves from our own routes, where Next alone would answer 500, or redirect before anybody looked at the session.
 */
export function tameRequests(): void {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null || !("request" in message)) return;
    const { request } = message;
    if (typeof request !== "object" || request === null) return;
    if ("method" in request) request.method = tameMethod(String(request.method));
    if ("url" in request) request.url = tameUrl(String(request.url));
  });
}

/** Any method Next does not know, such as TRACE, as OPTIONS, which no route of ours has either. */
export function tameMethod(method: string): string {
  return KNOWN_METHODS.has(method) ? method : "OPTIONS";
}

/**
 * A request target as a path that can be decoded: the path of an absolute one, every percent sign that does not
 * begin UTF-8 escaped, and under /api every empty segment an escaped slash, which names nothing.
 */
export function tameUrl(url: string): string {
  if (TAME_ALREADY.test(url)) return url;
  const local = url.startsWith("/") ? url : pathOfAbsolute(url);
  const end = local.search(/[?#]/);
  const path = end < 0 ? local : local.slice(0, end);
  return tamePath(path) + local.slice(path.length);
}

function pathOfAbsolute(url: string): string {
  if (!URL.canParse(url)) return "/";
  const { pathname, search } = new URL(url);
  return pathname.startsWith("/") ? pathname + search : "/";
}

function tamePath(path: string): string {
  const decodable = path.replace(/(?:%[0-9a-f]{2})+|%/gi, (bytes) =>
    isUtf8(bytes) ? bytes : bytes.replaceAll("%", "%25"),
  );
  if (!/^\/api[/\\]/.test(decodable)) return decodable;
  return decodable
    .replaceAll("\\", "%5C")
    .split("/")
    .map((segment, index) => (segment === "" && index > 0 ? "%2F" : segment))
    .join("/");
}

function isUtf8(escaped: string): boolean {
  try {
    decodeURIComponent(escaped);
    return true;
  } catch {
    return false;
  }
}
