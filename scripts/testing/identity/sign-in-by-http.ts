import { WordedError } from "../../processes/worded-error";
import { cookieHeader, cookiesOf, readJson, type Session } from "../session";

/** Signs in at the provider as whoever is named, by HTTP: what a browser does, page by page. */
export async function signInByHttp(url: string, name: string): Promise<Session> {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (address: string) => {
    const { origin } = new URL(address);
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    return jar;
  };
  const visit = async (address: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(address, {
      redirect: "manual",
      headers: { cookie: cookieHeader({ cookies: jarOf(address) }), origin: new URL(address).origin },
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
    });
    for (const [key, value] of cookiesOf(response.headers.getSetCookie())) jarOf(address).set(key, value);
    return response;
  };
  const { csrfToken }: { csrfToken: string } = await (await visit(`${url}/api/auth/csrf`)).json();
  const begun = await visit(`${url}/api/auth/signin/oidc`, { csrfToken, callbackUrl: "/", json: "true" });
  let { url: at }: { url: string } = await begun.json();
  let reply = await visit(at);
  for (let step = 0; step < 20; step += 1) {
    const to = reply.headers.get("location");
    if (to !== null) at = new URL(to, at).href;
    if (at === `${url}/`) break;
    if (to !== null) reply = await visit(at);
    else reply = await answer(await reply.text(), name, visit);
  }
  const session = { cookies: jarOf(url) };
  await readJson(url, session, "/api/access");
  return session;
}

/** Fills in the form of the provider's page: who signs in, or that Pipedeck may know. */
async function answer(
  page: string,
  name: string,
  visit: (address: string, form: Record<string, string>) => Promise<Response>,
): Promise<Response> {
  const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
  if (action === undefined || prompt === undefined)
    throw new WordedError(`the provider shows a page without its form: ${page.slice(0, 200)}`);
  return visit(action, prompt === "login" ? { prompt, login: name, password: "any" } : { prompt });
}
