import type { Problem } from "@/lib/contract/problem";
import { isAttended } from "./attendance";
import { keepReply, keptReply, renewed } from "./kept-replies";
import { learnServerNow } from "./server-now";

/** An answer that says what went wrong; `problem.code` is what programs compare, `network.lost` when none came. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/**
 * Asks one of our own routes and returns its JSON as the contract types it.
 * Throws `ProblemError` for every other answer, with code `network.lost` when none came at all.
 * A reply that the server would only say again is not sent again: all of it but its times is the objects of before.
 * A text body is sent as JSON. Without a session it leads to the sign-in page and back.
 */
export async function fetchJson<Reply>(path: string, init: RequestInit = {}): Promise<Reply> {
  const headers = new Headers(init.headers);
  headers.set("accept", "application/json");
  headers.set("x-pipedeck-request", "1");
  if (!isAttended()) headers.set("x-pipedeck-unattended", "1");
  if (typeof init.body === "string") headers.set("content-type", "application/json");

  const isRead = init.method === undefined || init.method === "GET";
  const known = isRead ? keptReply(path) : undefined;
  if (known) headers.set("if-none-match", known.tag);

  const response = await send(path, { ...init, headers, credentials: "same-origin" });
  const unchanged = response.status === 304 && known !== undefined;
  const body: unknown = unchanged
    ? renewed(known, response.headers)
    : await response.json().catch(() => null);
  if (!response.ok && !unchanged) {
    if (response.status === 401) leadToSignIn();
    throw new ProblemError(isProblem(body) ? body : unreadable(response));
  }
  if (typeof body !== "object" || body === null) throw new ProblemError(unreadable(response));
  if (isRead && !unchanged) keepReply(path, response.headers.get("etag"), body);
  if ("now" in body && typeof body.now === "string") learnServerNow(body.now);
  return body as Reply;
}

/** The same of a text in another form than JSON. Throws ProblemError. */
export async function fetchText(path: string, init: RequestInit): Promise<string> {
  const response = await send(path, { ...init, credentials: "same-origin" });
  if (response.ok) return await response.text();
  if (response.status === 401) leadToSignIn();
  const body: unknown = await response.json().catch(() => null);
  throw new ProblemError(isProblem(body) ? body : unreadable(response));
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ProblemError({
      type: "about:blank#network.lost",
      title: "Pipedeck does not answer",
      status: 0,
      code: "network.lost",
      detail:
        "The server could not be reached. The network may be down, or the server may be starting again.",
      requestId: "none",
    });
  }
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === "object" && body !== null && "code" in body && "title" in body && "requestId" in body
  );
}

function unreadable(response: Response): Problem {
  return {
    type: "about:blank#reply.unreadable",
    title: "The answer could not be read",
    status: response.status,
    code: "reply.unreadable",
    detail: `Something between this page and Pipedeck answered ${response.status} in another form than expected.`,
    requestId: response.headers.get("x-request-id") ?? "none",
  };
}

let leaving = false;
let expected: string | null = null;

/** Why the session will end that is about to, as a code of the sign-in page; null when it is not. */
export function expectEnd(code: string | null): void {
  expected = code;
}

/** Goes to the sign-in page, which leads back here. */
export function leadToSignIn(): void {
  if (leaving || window.location.pathname === "/login") return;
  leaving = true;
  const from = window.location.pathname + window.location.search;
  const why = expected === null ? "" : `&error=${expected}`;
  window.location.assign(`/login?from=${encodeURIComponent(from)}${why}`);
}

/** Whoever signs out here leaves by themselves; returns how to take that back. */
export function leavesAlone(): () => void {
  leaving = true;
  return () => {
    leaving = false;
  };
}
