import "server-only";
import { NextRequest } from "next/server";
import type { RouteHandler } from "../http/answering";

/** Address the tests' server has. */
export const HOUSE = "http://127.0.0.1:3000";

/** What a test sends; headers given as undefined are left out. */
export interface TestCall {
  method?: string;
  path?: string;
  params?: Record<string, string>;
  headers?: Record<string, string | undefined>;
  body?: string | Uint8Array<ArrayBuffer>;
}

/** A reply as a test looks at it. */
export interface TestReply {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** Calls a route as Next does. */
export async function call(route: RouteHandler, { params, ...rest }: TestCall = {}): Promise<TestReply> {
  return reply(await route(toRequest(rest), { params: Promise.resolve(params) }));
}

/** The request a browser at HOUSE would send. */
export function toRequest({ method = "GET", path = "/", headers = {}, body }: TestCall): NextRequest {
  const sent = new Headers({ host: new URL(HOUSE).host });
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) sent.set(name, value);
  }
  return new NextRequest(new URL(path, HOUSE), { method, headers: sent, body });
}

/** Headers of a press made by a page of ours. */
export function pressHeaders(cookie: string, idempotencyKey: string): Record<string, string> {
  return {
    cookie,
    origin: HOUSE,
    "content-type": "application/json",
    "x-pipedeck-request": "1",
    "idempotency-key": idempotencyKey,
  };
}

async function reply(response: Response): Promise<TestReply> {
  const text = await response.text();
  const parsed: unknown = text === "" ? {} : JSON.parse(text);
  const body = typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
  return { status: response.status, headers: response.headers, body };
}
