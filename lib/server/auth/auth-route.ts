import "server-only";
import type { NextRequest } from "next/server";
import type { AuthOptions } from "next-auth";
import { authEnvironment } from "../config/environment";
import { ApiError } from "../errors";
import { houseOrigin, isOurHost } from "../http/house";
import { invalid, queryObject } from "../http/parse";
import { finish, problemResponse } from "../http/problem";
import { readText } from "../http/read-body";
import { log } from "../log";
import { newId } from "../new-id";
import { ledHere } from "./led-here";
import { type BridgedReply, runNextAuth } from "./next-auth-bridge";
import { authOptions, ownAddress } from "./options";
import { providerSays } from "./provider-says";
import { NOT_LED_HERE, refusedReturn } from "./refused-return";
import { secureCookies } from "./session-cookie";
import { signInPage } from "./sign-in-page";

/** next-auth's own endpoints that this server has; the number of path segments each takes. */
const ENDPOINTS: Record<string, Record<string, number>> = {
  GET: { csrf: 1, providers: 1, session: 1, signin: 1, signout: 1, error: 1, callback: 2 },
  POST: { signin: 2, callback: 2, signout: 1 },
};

/** Any request under /api/auth: next-auth behind the same checks, limits and errors as our own routes. */
export async function authRoute(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const requestId = newId();
  try {
    const { nextauth: segments } = await context.params;
    const method = request.method === "HEAD" ? "GET" : request.method;
    requireEndpoint(method, segments);
    requireOurPage(request, method);
    const origin = houseOrigin(request);
    const query = ownCallback(queryObject(request.nextUrl.searchParams), origin);
    const cookies = ownCallback(cookiesOf(request), origin);
    const led = segments.length === 1 || (await ledHere({ method, segments, cookies, query }));
    const said = led ? await providerSays(segments, requestId) : undefined;
    let failure: unknown;
    const options = await authOptions({
      origin,
      said,
      cookies: request.cookies,
      userAgent: request.headers.get("user-agent") ?? undefined,
      requestId,
      onFailure: (error) => {
        failure = error;
      },
    });
    requireProvider(options, method, segments);
    const body = ownCallback(method === "POST" ? await readForm(request) : {}, origin);
    const wanted = body.callbackUrl ?? cookies[`${secureCookies() ? "__Secure-" : ""}next-auth.callback-url`];
    if (!led && method === "POST") throw formOutOfDate();
    const refused = led ? refusedReturn(segments, query, said) : NOT_LED_HERE;
    if (refused !== undefined) {
      log.info({ requestId, why: refused.why }, "sign-in refused");
      const headers = { location: signInPage(`/login?error=${refused.error}`, origin, wanted) };
      return finish(new Response(null, { status: 302, headers }), requestId);
    }
    const asked = method === "POST" ? {} : query;
    const reply = await runNextAuth({ method, segments, query: asked, cookies, headers: {}, body }, options);
    if (failure !== undefined) throw failure;
    if (body.json === "true") requireSuccess(reply);
    return toResponse(reply, { origin, wanted, requestId });
  } catch (error) {
    return problemResponse(error, requestId);
  }
}

function requireEndpoint(method: string, segments: string[]): void {
  const action = segments[0] ?? "";
  const allow = Object.keys(ENDPOINTS).filter((known) => {
    const endpoints = ENDPOINTS[known] ?? {};
    return Object.hasOwn(endpoints, action) && endpoints[action] === segments.length;
  });
  if (allow.length === 0) throw new ApiError("path.not-found", "No endpoint of this server has this path.");
  if (!allow.includes(method)) {
    throw new ApiError("method.not-allowed", undefined, {
      allow: allow.join(", ").replace("GET", "GET, HEAD"),
    });
  }
}

/** A provider that is offered; only one with pages of its own comes back by GET. */
function requireProvider(options: AuthOptions, method: string, [action, id]: string[]): void {
  if (id === undefined) return;
  const provider = options.providers.find((offered) => offered.id === id);
  if (!provider) throw new ApiError("path.not-found", "This server offers no such way to sign in.");
  if (action === "callback" && (method === "POST") !== (provider.type === "credentials")) {
    throw new ApiError("method.not-allowed", undefined, { allow: method === "POST" ? "GET" : "POST" });
  }
}

/** Where next-auth leads a script to an error page, the script gets the error itself. */
function requireSuccess({ status, body }: BridgedReply): void {
  const url = addressIn(body);
  if (status === 401 || status === 403) throw new ApiError("auth.refused", "Nobody may sign in with this.");
  if (url !== undefined && new URL(url).searchParams.get("csrf") === "true") {
    throw formOutOfDate();
  }
}

function formOutOfDate(): ApiError {
  return new ApiError("request.cross-site", "The sign-in form is out of date. Load the page again.", {
    errors: [{ field: "body.csrfToken", message: "is not the token of this browser" }],
  });
}

/** next-auth's token guards against other sites; these two keep a foreign name for this machine out as well. */
function requireOurPage(request: NextRequest, method: string): void {
  const origin = request.headers.get("origin");
  if (!isOurHost(request)) {
    throw new ApiError("request.cross-site", "header.Host is not the host of NEXTAUTH_URL.", {
      errors: [{ field: "header.Host", message: "must be the host of NEXTAUTH_URL" }],
    });
  }
  if (method === "POST" && origin !== null && origin !== houseOrigin(request)) {
    throw new ApiError("request.cross-site", `header.Origin must be ${houseOrigin(request)}.`, {
      errors: [{ field: "header.Origin", message: `must be ${houseOrigin(request)}` }],
    });
  }
}

function cookiesOf(request: NextRequest): Record<string, string> {
  return Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value]));
}

/** Every callback address among the values becomes one of ours; next-auth fails on what is no address at all. */
function ownCallback(values: Record<string, string>, origin: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) =>
      /callback-?url$/i.test(name) ? [name, ownAddress(value, origin)] : [name, value],
    ),
  );
}

async function readForm(request: NextRequest): Promise<Record<string, string>> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  const text = await readText(request);
  if (type === "application/x-www-form-urlencoded") return Object.fromEntries(new URLSearchParams(text));
  if (type !== "application/json") {
    throw new ApiError("request.not-json", "Send a form or JSON.", {
      errors: [
        {
          field: "header.Content-Type",
          message: "must be application/json or application/x-www-form-urlencoded",
        },
      ],
    });
  }
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(parseObject(text))) {
    if (typeof value !== "string" && typeof value !== "boolean") {
      throw invalid([{ field: `body.${name.slice(0, 60)}`, message: "must be text" }]);
    }
    values.set(name, String(value));
  }
  return Object.fromEntries(values);
}

function parseObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Answered below like any other body that is not an object.
  }
  throw invalid([{ field: "body", message: "is not a JSON object" }]);
}

/** Where a reply leads: at which name of this server, and where the person wanted to go. */
interface Leading {
  origin: string;
  wanted: string | undefined;
  requestId: string;
}

/** next-auth builds addresses from NEXTAUTH_URL; at another loopback name the browser must stay where it is. */
function toResponse(reply: BridgedReply, leading: Leading): Response {
  const location = reply.headers.get("location");
  if (location !== null) reply.headers.set("location", leadOn(location, leading));
  if (typeof reply.body === "string" && reply.status >= 400) {
    throw new ApiError("request.invalid", "The sign-in endpoint does not take this request.");
  }
  const url = addressIn(reply.body);
  const told = url === undefined ? reply.body : { url: leadOn(url, leading) };
  const body = told === undefined ? null : JSON.stringify(told);
  if (body !== null) reply.headers.set("content-type", "application/json");
  // next-auth sets words of its own, and for some of its endpoints none.
  reply.headers.set("cache-control", "no-store");
  return finish(new Response(body, { status: reply.status, headers: reply.headers }), leading.requestId);
}

function addressIn(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || !("url" in body)) return undefined;
  return typeof body.url === "string" ? body.url : undefined;
}

function leadOn(address: string, { origin, wanted }: Leading): string {
  const url = new URL(address, origin);
  if (url.origin !== authEnvironment().publicUrl.origin) return address;
  return signInPage(`${origin}${url.pathname}${url.search}${url.hash}`, origin, wanted);
}
