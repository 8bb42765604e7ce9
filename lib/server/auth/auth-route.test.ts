import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { csrf, personBehind, sessionCookie, signIn, visit } from "../testing/auth-visit";
import { writeConfig } from "../testing/config-file";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { NOBODY, openHouse, type TestHouse } from "../testing/house";
import { HOUSE } from "../testing/request";
import { forgetOffer } from "./demo-offer";

let emulator: EmulatorProcess;
let house: TestHouse;
let config: string | undefined;

beforeAll(async () => {
  emulator = await startEmulator(["--world", "empty"]);
  house = await openHouse([
    { id: "dev-eu", endpoint: emulator.url },
    { id: "prod-eu", endpoint: emulator.url.replace("127.0.0.1", "localhost") },
  ]);
  config = process.env.PIPEDECK_CONFIG;
});
afterAll(async () => {
  await house.close();
  await emulator.stop();
});
beforeEach(() => {
  process.env.PIPEDECK_CONFIG = config;
  forgetOffer();
});

describe("demo sign-in", () => {
  it.each([
    ["viewer", "Vera Novak"],
    ["approver", "Arun Mehta"],
    ["operator", "Olivia Brandt"],
    ["admin", "Ada Lindqvist"],
  ])("signs %s in as %s with a session row", async (person, name) => {
    const { status, setCookies, json } = await signIn(person);
    expect([status, json]).toEqual([200, { url: `${HOUSE}/` }]);
    expect(await personBehind(sessionCookie(setCookies))).toEqual({ id: person, name, groups: [person] });
  });

  it("sets a cookie that scripts and other sites do not get", async () => {
    const { setCookies } = await signIn("viewer");
    expect(sessionCookie(setCookies)).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  });

  it("sets the cookie for this host and https only where people come by https", async () => {
    const origin = "https://deck.example.com";
    process.env.NEXTAUTH_URL = origin;
    try {
      const { setCookies, json } = await signIn("viewer", { origin });
      expect(json).toEqual({ url: `${origin}/` });
      const [name, ...attributes] = (
        setCookies.find((cookie) => cookie.includes("pipedeck.session")) ?? ""
      ).split("; ");
      expect(name).toMatch(/^__Host-pipedeck\.session=/);
      expect(attributes).toEqual([
        "Path=/",
        expect.stringMatching(/^Expires=/),
        "HttpOnly",
        "Secure",
        "SameSite=Lax",
      ]);
    } finally {
      process.env.NEXTAUTH_URL = HOUSE;
    }
  });

  it("puts nothing about the person into the cookie", async () => {
    const { setCookies } = await signIn("admin");
    expect(sessionCookie(setCookies)?.length).toBeLessThan(400);
    const row = await house.database.query(
      "select person_name from people_sessions order by created_at desc limit 1",
    );
    expect(row).toEqual([{ person_name: "Ada Lindqvist" }]);
  });

  it("refuses an unknown person and leaves no row", async () => {
    const before = await house.database.query("select count(*) from people_sessions");
    for (const person of ["root", "", "Viewer", "__proto__", "viewer\0"]) {
      const { status, setCookies, json } = await signIn(person);
      expect([status, json.code]).toEqual([401, "auth.refused"]);
      expect(sessionCookie(setCookies)).toBeUndefined();
    }
    expect(await house.database.query("select count(*) from people_sessions")).toEqual(before);
  });

  it("is never kept by a cache, whatever next-auth says", async () => {
    for (const path of ["csrf", "providers", "session", "signin"]) {
      expect((await visit(path)).headers.get("cache-control")).toBe("no-store");
    }
  });

  it("leads a form back to /login with the error in the address", async () => {
    const refused = await signIn("root", { json: false });
    expect(refused.status).toBe(302);
    const error = new URL(refused.headers.get("location") ?? "");
    expect(error.searchParams.get("error")).toBe("CredentialsSignin");
    const next = await visit(`error${error.search}`);
    const last = await visit(`signin${new URL(next.headers.get("location") ?? "").search}`);
    expect(new URL(last.headers.get("location") ?? "", HOUSE).pathname).toBe("/login");
    expect(last.headers.get("location")).toContain("error=CredentialsSignin");
  });

  it("works at localhost and at any loopback port as at 127.0.0.1, and stays there", async () => {
    for (const origin of [
      "http://localhost:3000",
      "http://127.0.0.1:3000",
      "http://localhost:8080",
      "http://[::1]:3000",
    ]) {
      const script = await signIn("viewer", { origin, callbackUrl: "/pipelines/dev-eu/shop" });
      expect(script.json).toEqual({ url: `${origin}/pipelines/dev-eu/shop` });
      const form = await signIn("viewer", { origin, json: false });
      expect(form.headers.get("location")).toBe(`${origin}/`);
    }
  });

  it.each([
    "https://evil.example/",
    "//evil.example",
    "javascript:alert(1)",
    "http://",
    "http://127.0.0.1:4599/",
    "\\\\evil",
  ])("never leads to %s", async (callbackUrl) => {
    const { json, status } = await signIn("viewer", { callbackUrl });
    expect(status).toBe(200);
    expect(new URL(String(json.url)).origin).toBe(HOUSE);
    expect((await visit(`signin?callbackUrl=${encodeURIComponent(callbackUrl)}`)).status).toBe(302);
    expect(
      (await visit("csrf", { cookie: `next-auth.callback-url=${encodeURIComponent(callbackUrl)}` })).status,
    ).toBe(200);
  });

  it("needs next-auth's token", async () => {
    const { cookie } = await csrf();
    const wrong = await visit("callback/demo", {
      cookie,
      form: { csrfToken: "0".repeat(64), person: "admin", json: "true" },
    });
    expect([wrong.status, wrong.json.code]).toEqual([403, "request.cross-site"]);
    for (const hash of ["0".repeat(64), `${"0".repeat(63)}%C3%A9`, "%C3%A9".repeat(32)]) {
      const form = { csrfToken: "x", person: "admin", json: "true" };
      const made = await visit("callback/demo", { cookie: `next-auth.csrf-token=x%7C${hash}`, form });
      expect([made.status, made.json.code]).toEqual([403, "request.cross-site"]);
    }
    const none = await visit("callback/demo", { form: { person: "admin" } });
    expect(sessionCookie(none.setCookies)).toBeUndefined();
  });

  it("refuses a form of another site and a foreign name for this machine", async () => {
    const { csrfToken, cookie } = await csrf();
    const form = { csrfToken, person: "admin", json: "true" };
    const foreign = await visit("callback/demo", {
      cookie,
      form,
      headers: { origin: "https://evil.example" },
    });
    expect([foreign.status, foreign.json.code]).toEqual([403, "request.cross-site"]);
    const rebound = await visit("csrf", { origin: "http://evil.example:3000" });
    expect([rebound.status, rebound.json.code]).toEqual([403, "request.cross-site"]);
  });

  it("is offered only while an emulator answers at the endpoint of every target", async () => {
    expect(Object.keys((await visit("providers")).json)).toEqual(["demo"]);
    const back = { id: "dev-eu", endpoint: emulator.url };
    for (const other of [
      { id: "b", endpoint: NOBODY },
      { id: "b" },
      { id: "b", endpoint: "https://192.0.2.1:4599" },
    ]) {
      const remove = writeConfig([back, other]);
      forgetOffer();
      expect((await visit("providers")).json).toEqual({});
      const { status, json } = await signIn("admin");
      expect([status, json.code]).toEqual([404, "path.not-found"]);
      remove();
    }
    const none = writeConfig([]);
    forgetOffer();
    expect((await visit("providers")).json).toEqual({});
    none();
  });
});

describe("the session", () => {
  it("is told by name, and is over at once after sign-out", async () => {
    const token = await csrf();
    const cookie = sessionCookie((await signIn("operator")).setCookies)?.split(";")[0];
    const both = `${token.cookie}; ${cookie}`;
    expect((await visit("session", { cookie: both })).json).toMatchObject({
      user: { name: "Olivia Brandt" },
    });
    const out = await visit("signout", {
      cookie: both,
      form: { csrfToken: token.csrfToken, json: "true", callbackUrl: "/login" },
    });
    expect(out.json).toEqual({ url: `${HOUSE}/login` });
    expect(sessionCookie(out.setCookies)).toContain("Max-Age=0");
    expect(await personBehind(cookie)).toBeUndefined();
    expect((await visit("session", { cookie: both })).json).toEqual({});
  });

  it("ends when its browser signs in anew, told as a sign-out; others of the person stand", async () => {
    const signedInAs = async (person: string, session?: string) =>
      sessionCookie((await signIn(person, { session })).setCookies)?.split(";")[0];
    const elsewhere = await signedInAs("viewer");
    const first = await signedInAs("viewer");
    await signIn("root", { session: first });
    expect(await personBehind(first)).toBeDefined();
    const next = await signedInAs("approver", first);
    expect(await personBehind(first)).toBeUndefined();
    expect((await personBehind(next))?.id).toBe("approver");
    expect((await personBehind(elsewhere))?.id).toBe("viewer");
    const ended =
      "select entry->>'person_id' as person, entry->>'revoked_by' as by from receipt_log where step = 'ended' order by seq desc limit 1";
    expect(await house.database.query(ended)).toEqual([{ person: "viewer", by: "viewer" }]);
  });

  it("that was over already is not ended once more by a sign-in", async () => {
    const { setCookies } = await signIn("viewer");
    await house.database.query("update people_sessions set last_seen_at = now() - interval '31 minutes'");
    const ends = () => house.database.query("select count(*) from receipt_log where step = 'ended'");
    const before = await ends();
    const { status } = await signIn("viewer", { session: sessionCookie(setCookies)?.split(";")[0] });
    expect([status, await ends()]).toEqual([200, before]);
  });
});

describe("the sign-in endpoints", () => {
  it.each([
    ["GET", "callback/demo", 405],
    ["POST", "csrf", 405],
    ["PUT", "signin", 405],
    ["DELETE", "session", 405],
    ["POST", "_log", 404],
    ["GET", "verify-request", 404],
    ["GET", "nothing", 404],
    ["GET", "constructor", 404],
    ["GET", "csrf/more", 404],
    ["POST", "callback/nobody", 404],
    ["POST", "session", 405],
  ])("answer %s %s with %i problem+json", async (method, path, status) => {
    const reply = await visit(path, { method });
    expect(reply.status).toBe(status);
    expect(reply.headers.get("content-type")).toBe("application/problem+json");
    if (status === 405) expect(reply.headers.get("allow")).not.toBe("");
  });

  it.each([
    ["text/plain", "x", 415],
    ["application/json", "[]", 400],
    ["application/json", "{", 400],
    ["application/json", '{"csrfToken":{}}', 400],
    ["application/json", '{"callbackUrl":1}', 400],
    ["application/x-www-form-urlencoded", `person=${"x".repeat(70_000)}`, 413],
  ])("answer a body of %s that is wrong with its 4xx", async (type, body, status) => {
    const reply = await visit("callback/demo", { method: "POST", headers: { "content-type": type }, body });
    expect(reply.status).toBe(status);
  });

  it.each([
    "next-auth.csrf-token=x",
    "next-auth.csrf-token=%7C",
    "next-auth.callback-url=%00",
    "pipedeck.session=x",
    "a=b=c;=;",
  ])("take the cookie %s without failing", async (cookie) => {
    for (const path of ["csrf", "session", "providers"])
      expect((await visit(path, { cookie })).status).toBe(200);
  });
});
