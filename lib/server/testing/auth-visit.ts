import "server-only";
import { authRoute } from "../auth/auth-route";
import { signedIn } from "../auth/signed-in";
import { HOUSE, toRequest } from "./request";

/** What a visit of the sign-in endpoints comes with; a form makes it a POST. */
interface Visit {
  method?: string;
  origin?: string;
  cookie?: string;
  form?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string;
}

/** A request to a path under /api/auth, as a browser at `origin` makes it. */
export async function visit(
  path: string,
  { method, origin = HOUSE, cookie, form, headers = {}, body }: Visit = {},
) {
  const request = toRequest({
    method: method ?? (form ? "POST" : "GET"),
    path: `/api/auth/${path}`,
    headers: {
      host: new URL(origin).host,
      cookie,
      ...(form ? { "content-type": "application/x-www-form-urlencoded", origin } : {}),
      ...headers,
    },
    body: body ?? (form && new URLSearchParams(form).toString()),
  });
  const segments = (path.split("?")[0] ?? "").split("/");
  const response = await authRoute(request, { params: Promise.resolve({ nextauth: segments }) });
  const text = await response.text();
  const json: Record<string, unknown> = text.startsWith("{") ? { ...JSON.parse(text) } : {};
  return {
    status: response.status,
    headers: response.headers,
    setCookies: response.headers.getSetCookie(),
    json,
  };
}

/** A token of next-auth with the cookie it belongs to. */
export async function csrf(origin = HOUSE) {
  const { json, setCookies } = await visit("csrf", { origin });
  return {
    csrfToken: String(json.csrfToken),
    cookie: setCookies.map((cookie) => cookie.split(";")[0]).join("; "),
  };
}

/** Signs a demo person in the way the sign-in page does, in a browser that may have the cookie of a `session`. */
export async function signIn(
  person: string,
  { origin = HOUSE, callbackUrl = "/", json = true, session = "" } = {},
) {
  const token = await csrf(origin);
  const cookie = `${token.cookie}; ${session}`;
  const form = { csrfToken: token.csrfToken, person, callbackUrl, ...(json ? { json: "true" } : {}) };
  return visit("callback/demo", { origin, cookie, form });
}

/** The session cookie among the cookies set, with its attributes. */
export function sessionCookie(setCookies: string[]): string | undefined {
  return setCookies.find((cookie) => cookie.startsWith("pipedeck.session="));
}

/** Who is signed in with a cookie. */
export async function personBehind(cookie: string | undefined) {
  const request = toRequest({ headers: { cookie: cookie?.split(";")[0] } });
  return (await signedIn(request.cookies))?.person;
}
