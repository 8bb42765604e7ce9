import { fetchJson, leavesAlone } from "./fetch-json";
import { liveChannel } from "./live/live-channel";
import { pageSession } from "./live/page-session";

/** Providers next-auth offers, by id. */
export interface SignInProvider {
  id: string;
  name: string;
  type: string;
}

/** GET /api/auth/providers: the ways to sign in that are offered now. */
export async function readSignInProviders(signal: AbortSignal): Promise<SignInProvider[]> {
  const providers = await fetchJson<Record<string, SignInProvider>>("/api/auth/providers", { signal });
  return Object.values(providers);
}

/** Posts a form to one of next-auth's endpoints with its CSRF token; returns where next-auth leads. */
async function postForm(path: string, fields: Record<string, string>): Promise<string> {
  const { csrfToken } = await fetchJson<{ csrfToken: string }>("/api/auth/csrf");
  const { url } = await fetchJson<{ url: string }>(path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
  });
  return url;
}

/** Signs in as one of the demo people and goes to `from`, a path of ours. Throws `ProblemError`. */
export async function signInAs(person: string, from: string): Promise<void> {
  window.location.assign(await postForm("/api/auth/callback/demo", { person, callbackUrl: from }));
}

/** Starts the sign-in of a provider that has pages of its own. */
export async function signInWith(provider: string, from: string): Promise<void> {
  window.location.assign(await postForm(`/api/auth/signin/${provider}`, { callbackUrl: from }));
}

/** Ends the session and goes to the sign-in page, here and in this browser's other pages. */
export async function signOut(): Promise<void> {
  const stay = leavesAlone();
  try {
    const to = await postForm("/api/auth/signout", { callbackUrl: "/login?signedOut=1" });
    const channel = liveChannel(pageSession(), () => undefined);
    channel.post({ kind: "signed-out" });
    channel.close();
    window.location.assign(to);
  } catch (error) {
    stay();
    throw error;
  }
}
