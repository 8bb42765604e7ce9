import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { csrf, personBehind, sessionCookie, visit } from "../testing/auth-visit";
import { signInWith, writeConfig } from "../testing/config-file";
import { openHouse, type TestHouse } from "../testing/house";
import { type IdentityProvider, startIdentityProvider } from "../testing/identity-provider";
import { HOUSE } from "../testing/request";

let house: TestHouse;
let provider: IdentityProvider;
let removeConfig: () => void;

beforeAll(async () => {
  provider = await startIdentityProvider("the secret of the client");
  house = await openHouse();
  removeConfig = writeConfig([{ id: "real" }], signInWith(provider.issuer, { name: "Example login" }));
});
afterAll(async () => {
  await house.close();
  removeConfig();
  provider.close();
});
beforeEach(() => {
  provider.claims = { sub: "u-1", name: "Grace Okafor", groups: ["release"] };
  provider.forge = (claims) => claims;
});

/** What a browser does: to the provider, and back with the code. */
async function begin(callbackUrl = "/pipelines/real/shop") {
  const token = await csrf();
  const form = { csrfToken: token.csrfToken, callbackUrl, json: "true" };
  const begun = await visit("signin/oidc", { cookie: token.cookie, form });
  const cookies = [token.cookie, ...begun.setCookies.map((cookie) => cookie.split(";")[0])].join("; ");
  const sent = new URL(String(begun.json.url));
  const back = await fetch(sent, { redirect: "manual" });
  return { sent, cookies, back: new URL(back.headers.get("location") ?? "") };
}

async function signIn(change: (back: URL) => void = () => undefined) {
  const { cookies, back } = await begin();
  change(back);
  const answer = await visit(`callback/oidc${back.search}`, { cookie: cookies });
  const cookie = sessionCookie(answer.setCookies);
  return {
    status: answer.status,
    location: answer.headers.get("location"),
    person: await personBehind(cookie),
  };
}

describe("sign-in at the organisation's provider", () => {
  it("is offered by name, and the demo is not", async () => {
    const { json } = await visit("providers");
    expect(json).toEqual({ oidc: expect.objectContaining({ id: "oidc", name: "Example login" }) });
  });

  it("asks with PKCE, state and nonce, and leads back to this server", async () => {
    const { sent } = await begin();
    const asked = Object.fromEntries(sent.searchParams);
    expect(sent.origin).toBe(provider.issuer);
    expect(asked).toMatchObject({
      client_id: "pipedeck",
      response_type: "code",
      scope: "openid profile email",
      code_challenge_method: "S256",
      redirect_uri: `${HOUSE}/api/auth/callback/oidc`,
    });
    for (const name of ["code_challenge", "state", "nonce"]) expect(asked[name]?.length).toBeGreaterThan(20);
  });

  it("signs a person in with their groups, and goes where they wanted to", async () => {
    expect(await signIn()).toEqual({
      status: 302,
      location: `${HOUSE}/pipelines/real/shop`,
      person: { id: "u-1", name: "Grace Okafor", groups: ["release"] },
    });
  });

  it.each<[string, Record<string, unknown>, object]>([
    [
      "several groups, each once",
      { groups: ["release", "platform", "release"] },
      { groups: ["release", "platform"] },
    ],
    ["a single group as a text", { groups: "platform" }, { groups: ["platform"] }],
    ["a group that no rule names", { groups: ["other"] }, { groups: ["other"] }],
    ["a group that would be everybody", { groups: ["*", "", "other"] }, { groups: ["other"] }],
    ["no groups at all", { groups: undefined }, { groups: [] }],
    ["groups of another kind", { groups: { platform: true } }, { groups: [] }],
    [
      "no name",
      { name: undefined, email: "grace@example.com" },
      { name: "grace@example.com", email: "grace@example.com" },
    ],
  ])("takes %s", async (_what, claims, expected) => {
    Object.assign(provider.claims, claims);
    expect((await signIn()).person).toMatchObject(expected);
  });

  it("ends the session that the browser had", async () => {
    const [first, second] = [await begin(), await begin()];
    const answer = await visit(`callback/oidc${first.back.search}`, { cookie: first.cookies });
    const before = sessionCookie(answer.setCookies)?.split(";")[0];
    expect(await personBehind(before)).toBeDefined();
    const cookie = `${second.cookies}; ${before}`;
    const next = await visit(`callback/oidc${second.back.search}`, { cookie });
    expect(await personBehind(before)).toBeUndefined();
    expect(await personBehind(sessionCookie(next.setCookies))).toMatchObject({ id: "u-1" });
  });

  it("refuses who has no rule", async () => {
    const before = process.env.PIPEDECK_CONFIG;
    const remove = writeConfig(
      [{ id: "real" }],
      signInWith(provider.issuer, { roles: { admin: ["platform"] } }),
    );
    const { person, location } = await signIn();
    expect(person).toBeUndefined();
    expect(location).toBe(`${HOUSE}/login?error=AccessDenied&from=%2Fpipelines%2Freal%2Fshop`);
    const denied = "select entry from receipt_log where kind = 'denied' and step = 'sign-in'";
    expect(await house.database.query(denied)).toEqual([
      { entry: expect.objectContaining({ personId: "u-1", provider: "oidc" }) },
    ]);
    process.env.PIPEDECK_CONFIG = before;
    remove();
  });

  const past = 1_600_000_000;
  it.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>]>([
    ["of another issuer", (claims) => ({ ...claims, iss: "https://evil.example" })],
    ["for another client", (claims) => ({ ...claims, aud: "other" })],
    ["with another nonce", (claims) => ({ ...claims, nonce: "other" })],
    ["that has run out", (claims) => ({ ...claims, iat: past, exp: past + 1 })],
    ["without a subject", ({ sub, ...claims }) => claims],
  ])("refuses a token %s", async (_what, forge) => {
    provider.forge = forge;
    const { status, person, location } = await signIn();
    expect([status, person]).toEqual([302, undefined]);
    expect(location).toContain("error=OAuthCallback");
  });

  it.each<[string, (back: URL) => void]>([
    ["another state", (back) => back.searchParams.set("state", "other")],
    ["no state", (back) => back.searchParams.delete("state")],
    ["a code it never gave", (back) => back.searchParams.set("code", "other")],
    ["an error", (back) => back.searchParams.set("error", "access_denied")],
    ["another issuer", (back) => back.searchParams.set("iss", "https://evil.example")],
  ])("refuses a return with %s", async (_what, change) => {
    const { status, person } = await signIn(change);
    expect([status, person]).toEqual([302, undefined]);
  });

  it("takes a code only once, and only from the browser that began", async () => {
    const { cookies, back } = await begin();
    const other = await begin();
    expect(
      sessionCookie((await visit(`callback/oidc${back.search}`, { cookie: other.cookies })).setCookies),
    ).toBeUndefined();
    expect(sessionCookie((await visit(`callback/oidc${back.search}`)).setCookies)).toBeUndefined();
    const again = await visit(`callback/oidc${back.search}`, { cookie: cookies });
    const first = sessionCookie(again.setCookies);
    const replayed = sessionCookie(
      (await visit(`callback/oidc${back.search}`, { cookie: cookies })).setCookies,
    );
    expect([first, replayed].filter(Boolean).length).toBeLessThanOrEqual(1);
  });

  it("finishes for who has begun, however many others begin or come back with nothing", async () => {
    const { cookies, back } = await begin();
    const token = await csrf();
    const form = { csrfToken: token.csrfToken, callbackUrl: "/", json: "true" };
    const flood = Array.from({ length: 230 }, async () =>
      visit("signin/oidc", { cookie: token.cookie, form }),
    );
    const begun = (await Promise.all(flood)).map(({ status }) => status);
    expect(new Set(begun)).toEqual(new Set([200, 429]));
    const lost = await visit("callback/oidc?code=x&state=y");
    expect([lost.status, lost.headers.get("location")]).toEqual([302, `${HOUSE}/login?error=OAuthCallback`]);
    const answer = await visit(`callback/oidc${back.search}`, { cookie: cookies });
    globalThis.pipedeckBuckets = undefined;
    expect(await personBehind(sessionCookie(answer.setCookies))).toMatchObject({ id: "u-1" });
  });

  it("comes back with one state some times a second", async () => {
    const { cookies, back } = await begin();
    const again = Array.from({ length: 7 }, async () =>
      visit(`callback/oidc${back.search}`, { cookie: cookies }),
    );
    const statuses = (await Promise.all(again)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([302, 429]));
  });

  it("does not come back by POST", async () => {
    const { status } = await visit("callback/oidc", { method: "POST" });
    expect(status).toBe(405);
  });

  it("leads to the sign-in page with a word when the provider is down", async () => {
    const before = process.env.PIPEDECK_CONFIG;
    const remove = writeConfig([{ id: "real" }], signInWith("http://127.0.0.1:9"));
    const token = await csrf();
    const form = { csrfToken: token.csrfToken, callbackUrl: "/", json: "true" };
    const { status, json } = await visit("signin/oidc", { cookie: token.cookie, form });
    expect([status, json.url]).toEqual([200, `${HOUSE}/login?error=OAuthSignin`]);
    process.env.PIPEDECK_CONFIG = before;
    remove();
  });
});
