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
    if ("url" in request) request.url = tameUrl(String(request.url));
    if ("method" in request && "url" in request)
      request.method = tameMethod(String(request.method), String(request.url));
    if ("headers" in request) tameHeaders(request.headers);
  });
}

/**
 * Any method Next does not know, such as TRACE, as OPTIONS, which no route of ours has either. So is every method that is
 * no read of a page, before Next decodes a body that some page could take for a call of a Server Action.
 */
export function tameMethod(method: string, url: string): string {
  if (!KNOWN_METHODS.has(method)) return "OPTIONS";
  const isRead = method === "GET" || method === "HEAD";
  return isRead || /^\/api([/?#]|$)/.test(url) ? method : "OPTIONS";
}

/** Headers by which parts of Next that are not used here are spoken to, or that only Next itself sends. */
const SPEAKING_TO_NEXT = ["next-action", "next-resume", "x-middleware-subrequest", "x-nonce"];

/** Takes away what a visitor has no business saying. */
export function tameHeaders(headers: unknown): void {
  if (typeof headers !== "object" || headers === null) return;
  for (const name of SPEAKING_TO_NEXT) Reflect.deleteProperty(headers, name);
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
