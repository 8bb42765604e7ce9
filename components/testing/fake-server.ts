import { vi } from "vitest";

/** One request as the page made it. */
export interface SeenRequest {
  method: string;
  path: string;
  /** Idempotency-Key. */
  key: string | null;
  body: unknown;
}

/** What the server answers; `lost` breaks the connection without an answer. */
export type FakeAnswer = { status: number; body: unknown } | "lost";

/** Stands in for our own server in the browser's `fetch` until mocks are restored; tells what it was asked. */
export function fakeServer(
  answer: (request: SeenRequest) => FakeAnswer | Promise<FakeAnswer>,
): SeenRequest[] {
  const seen: SeenRequest[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    const request: SeenRequest = {
      method: init.method ?? "GET",
      path,
      key: headers.get("idempotency-key"),
      body: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
    };
    seen.push(request);
    const reply = await answer(request);
    if (reply === "lost") {
      throw new TypeError("fetch failed");
    }
    return new Response(JSON.stringify(reply.body), {
      status: reply.status,
      headers: { "content-type": "application/json" },
    });
  });
  return seen;
}

/** A problem+json answer. */
export function problem(status: number, code: string, title: string, more: object = {}): FakeAnswer {
  return { status, body: { type: `about:blank#${code}`, title, status, code, requestId: "req-1", ...more } };
}
