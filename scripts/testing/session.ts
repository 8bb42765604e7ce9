import { WordedError } from "../processes/worded-error";

/** A signed-in person's cookies, by name. */
export type Session = { cookies: Map<string, string> };

/** Signs in as one of the demo's people by HTTP, as the sign-in page does. */
export async function signIn(url: string, person: string): Promise<Session> {
  const first = await fetch(`${url}/api/auth/csrf`);
  const cookies = cookiesOf(first.headers.getSetCookie());
  const { csrfToken }: { csrfToken: string } = await first.json();
  const signed = await fetch(`${url}/api/auth/callback/demo`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookieHeader({ cookies }), origin: url },
    body: new URLSearchParams({ person, csrfToken, callbackUrl: "/", json: "true" }),
  });
  for (const [name, value] of cookiesOf(signed.headers.getSetCookie())) cookies.set(name, value);
  const session = { cookies };
  await readJson(url, session, "/api/access");
  return session;
}

/** The cookies as a request header. */
export function cookieHeader({ cookies }: Session): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}

/** Names and values of `Set-Cookie` lines; a cookie that is taken away has an empty value and is left out. */
export function cookiesOf(lines: readonly string[]): Map<string, string> {
  const pairs = lines.map((line): [string, string] => {
    const pair = line.split(";", 1)[0] ?? "";
    const equals = pair.indexOf("=");
    return [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
  });
  return new Map(pairs.filter(([name, value]) => name !== "" && value !== ""));
}

/** GETs JSON as the signed-in person; throws a WordedError with the answer when it is no 200. */
export async function readJson<T>(url: string, session: Session, path: string): Promise<T> {
  const response = await fetch(url + path, { headers: { cookie: cookieHeader(session) } });
  if (response.status !== 200)
    throw new WordedError(
      `GET ${path} answered ${response.status}: ${(await response.text()).slice(0, 300)}`,
    );
  return response.json();
}
