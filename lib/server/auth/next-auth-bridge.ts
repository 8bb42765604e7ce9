import "server-only";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";

/** A request as next-auth sees it. */
export interface BridgedRequest {
  method: string;
  /** Path behind /api/auth, for example `["callback", "demo"]`. */
  segments: string[];
  query: Record<string, string>;
  cookies: Record<string, string>;
  headers: Record<string, string>;
  body: Record<string, string>;
}

/** What next-auth answered. */
export interface BridgedReply {
  status: number;
  headers: Headers;
  body: unknown;
}

/**
 * Runs next-auth on plain values. Its own route handler reads headers and cookies of the request being served
 * and trusts the forwarded host; given this way it sees only what we pass on, and needs no server around it.
 */
export async function runNextAuth(request: BridgedRequest, options: AuthOptions): Promise<BridgedReply> {
  const reply = new RecordedReply();
  const incoming = {
    method: request.method,
    query: { ...request.query, nextauth: request.segments },
    cookies: request.cookies,
    headers: request.headers,
    body: request.body,
  };
  // next-auth uses exactly these members of Next's request and response.
  await NextAuth(incoming as unknown as NextApiRequest, reply as unknown as NextApiResponse, options);
  return { status: reply.statusCode, headers: reply.headers, body: reply.body };
}

class RecordedReply {
  statusCode = 200;
  body: unknown;
  readonly headers = new Headers();

  status(code: number): this {
    this.statusCode = code;
    return this;
  }

  getHeader(name: string): string[] | string | undefined {
    return name.toLowerCase() === "set-cookie"
      ? this.headers.getSetCookie()
      : (this.headers.get(name) ?? undefined);
  }

  setHeader(name: string, value: string | string[]): this {
    this.headers.delete(name);
    for (const one of [value].flat()) this.headers.append(name, one);
    return this;
  }

  json(body: unknown): this {
    return this.send(body);
  }

  send(body: unknown): this {
    this.body = body;
    return this;
  }

  end(): this {
    return this;
  }
}
