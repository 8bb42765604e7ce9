import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET as live, POST as postLive, PUT as putLive } from "@/app/api/live/route";
import { POST as refresh } from "@/app/api/pipelines/[target]/[pipeline]/refresh/route";
import { GET as pipelines } from "@/app/api/pipelines/route";
import { PipelineList } from "@/lib/contract/pipeline";
import { Problem } from "@/lib/contract/problem";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { applyRowDelta } from "@/lib/domain/row-delta";
import { getHub } from "../live/get-hub";
import { toCursor } from "../live/live-cursor";
import { LiveHub } from "../live/live-hub";
import { newId } from "../new-id";
import { stopServer } from "../stop-server";
import { csrf, sessionCookie, signIn, visit } from "../testing/auth-visit";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { forgetWatches } from "../testing/forget-watches";
import { openHouse, type TestHouse } from "../testing/house";
import { LiveReader } from "../testing/live-reader";
import { call, pressHeaders, toRequest } from "../testing/request";
import { signInAs, type TestSession } from "../testing/session";
import { targetWatches } from "../watch/target-watches";

let emulator: EmulatorProcess;
let house: TestHouse;
let viewer: TestSession;
const opened: LiveReader[] = [];
beforeAll(async () => {
  emulator = await startEmulator(["--world", "acme", "--clock", "manual"]);
}, 60_000);
afterAll(() => emulator.stop());
beforeEach(async () => {
  house = await openHouse([{ id: "dev-eu", endpoint: emulator.url, requestsPerSecond: 100 }]);
  viewer = await signInAs("viewer");
  globalThis.pipedeckLive = new LiveHub(20, 5);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((reader) => reader.leave()));
  await forgetWatches();
  await house.close();
});

async function answer(headers: Record<string, string> = {}, query = "", method = "GET"): Promise<Response> {
  const request = toRequest({
    method,
    path: `/api/live${query}`,
    headers: { cookie: viewer.cookie, ...headers },
  });
  return live(request, { params: Promise.resolve({}) });
}

async function listen(headers: Record<string, string> = {}, query = ""): Promise<LiveReader> {
  const response = await answer(headers, query);
  expect(response.status).toBe(200);
  const reader = new LiveReader(response.body);
  opened.push(reader);
  return reader;
}

async function list(): Promise<PipelineList> {
  return PipelineList.parse((await call(pipelines, { headers: { cookie: viewer.cookie } })).body);
}

/** Lets a pipeline have something new, and reads it. */
async function change(pipeline: string): Promise<void> {
  const action = targetWatches()[0]?.records.get(pipeline)?.state?.stages[0]?.actions[0]?.name;
  const place = { account: "111122223333", region: "eu-west-1", pipeline, action };
  await emulator.control("POST", "/revisions", { ...place, summary: "A change for the test" });
  await read(pipeline);
}

async function read(pipeline: string): Promise<void> {
  const params = { target: "dev-eu", pipeline };
  const headers = pressHeaders(viewer.cookie, newId());
  expect((await call(refresh, { method: "POST", params, headers })).status).toBe(200);
}

describe("a stream", () => {
  test("is one of events that nothing on the way keeps or changes", async () => {
    const response = await answer();
    opened.push(new LiveReader(response.body));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/event-stream",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
      "x-content-type-options": "nosniff",
    });
  });

  test("says hello first, then every change, and what comes of them is what the list says", async () => {
    const before = await list();
    const reader = await listen({}, `?since=${toCursor(before.versions)}`);
    expect((await reader.next())?.event).toBe("hello");
    await change("email-templates");
    const rows = new Map<string, PipelineRow>(before.items.map((row) => [row.name, row]));
    const { data } = await reader.until("change", (message) => message.data.name === "email-templates");
    const known = rows.get(data.name);
    if (data.row === undefined && data.set === undefined) throw new Error("the change shows nothing");
    const after = data.row ?? (known && applyRowDelta(known, data.set ?? {}));
    const listed = (await list()).items.find((row) => row.name === "email-templates");
    expect({ ...after, asOf: null }).toEqual({ ...listed, asOf: null });
    expect(after?.status).toBe("InProgress");
  });

  test("resumes from Last-Event-ID, which wins over since, with each changed pipeline once", async () => {
    const from = toCursor((await list()).versions);
    await change("email-templates");
    await emulator.control("POST", "/clock", { advanceMs: 600_000 });
    await read("email-templates");
    const reader = await listen({ "last-event-id": from }, "?since=nonsense");
    expect(await reader.next()).toMatchObject({ event: "hello", id: from });
    const names: string[] = [];
    for (;;) {
      const message = await reader.next();
      if (message?.event !== "change") {
        expect(message).toMatchObject({ event: "beat" });
        break;
      }
      expect(message.data.row?.name).toBe(message.data.name);
      names.push(message.data.name);
    }
    expect(names).toContain("email-templates");
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(["nonsense", "dev-eu.999999999999999", "dev-eu.1", "other.5"])(
    "that would resume from %s is told to begin anew",
    async (since) => {
      const reader = await listen({}, `?since=${since}`);
      expect((await reader.next())?.event).toBe("reset");
    },
  );

  test("has a heartbeat with the server's now and every target's freshness", async () => {
    const reader = await listen();
    const { data } = await reader.until("beat", ({ data }) => data.freshness["dev-eu"]?.kind === "live");
    expect(data.now).toMatch(/^\d{4}-.*Z$/);
    expect(data.versions["dev-eu"]).toBeGreaterThan(0);
  });

  test("carries no approval's token", async () => {
    const reader = await listen();
    await list();
    await reader.until("beat", ({ data }) => data.freshness["dev-eu"]?.kind === "live");
    expect(reader.wire).toContain('"row"');
    expect(reader.wire).not.toMatch(/token|secret/i);
  });
});

describe("a stream ends with bye", () => {
  test("when its person signs out", async () => {
    const cookie = sessionCookie((await signIn("viewer")).setCookies)?.split(";")[0] ?? "";
    const reader = await listen({ cookie });
    const other = await listen();
    const form = await csrf();
    await visit("signout", {
      form: { csrfToken: form.csrfToken, json: "true" },
      cookie: `${form.cookie}; ${cookie}`,
    });
    expect((await reader.until("bye")).data).toEqual({ reason: "signed-out" });
    expect(await reader.next()).toBeNull();
    await other.until("beat");
  });

  test("when somebody signs in over its person", async () => {
    const session = sessionCookie((await signIn("viewer")).setCookies)?.split(";")[0] ?? "";
    const reader = await listen({ cookie: session });
    await signIn("operator", { session });
    expect((await reader.until("bye")).data).toEqual({ reason: "signed-out" });
    expect(await reader.next()).toBeNull();
  });

  test("when its session is revoked, by whomever", async () => {
    const reader = await listen();
    await house.database.query("update people_sessions set revoked_at = now() where id = $1", [viewer.id]);
    expect((await reader.until("bye")).data).toEqual({ reason: "signed-out" });
  });

  test("when its session was idle for long, which listening does not change", async () => {
    const reader = await listen();
    await reader.until("beat");
    await house.database.query(
      "update people_sessions set last_seen_at = now() - interval '29 minutes' where id = $1",
      [viewer.id],
    );
    await reader.until("beat");
    await reader.until("beat");
    const [row] = await house.database.query(
      "select last_seen_at < now() - interval '28 minutes' as idle from people_sessions where id = $1",
      [viewer.id],
    );
    expect(row?.idle).toBe(true);
    await house.database.query(
      "update people_sessions set last_seen_at = now() - interval '31 minutes' where id = $1",
      [viewer.id],
    );
    expect((await reader.until("bye")).data).toEqual({ reason: "signed-out" });
  });

  test("when the server stops", async () => {
    const reader = await listen();
    await stopServer();
    expect((await reader.until("bye")).data).toEqual({ reason: "stopping" });
    expect(await reader.next()).toBeNull();
  });
});

describe("no stream", () => {
  test("without a session", async () => {
    const reply = await call(live, { path: "/api/live" });
    expect(reply.status).toBe(401);
    expect(Problem.parse(reply.body).code).toBe("auth.required");
  });

  test("beyond twenty of one session", async () => {
    for (let count = 0; count < 20; count += 1) await listen();
    const request = toRequest({ path: "/api/live", headers: { cookie: viewer.cookie } });
    const response = await live(request, { params: Promise.resolve({}) });
    expect([
      response.status,
      response.headers.get("content-type"),
      response.headers.get("retry-after"),
    ]).toEqual([429, "application/problem+json", "15"]);
    expect(Problem.parse(await response.json()).code).toBe("live.too-many");
  });

  test("for another site's page", async () => {
    expect((await answer({ "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  test("with a query that is not known", async () => {
    expect((await answer({}, "?from=1")).status).toBe(400);
  });

  test("for other methods, and HEAD gets the headers alone", async () => {
    const head = await answer({}, "", "HEAD");
    expect([head.status, head.headers.get("content-type"), head.body]).toEqual([
      200,
      "text/event-stream",
      null,
    ]);
    expect(getHub().size).toBe(0);
    for (const [method, route] of Object.entries({ POST: postLive, PUT: putLive })) {
      const reply = await call(route, { method, headers: { cookie: viewer.cookie } });
      expect([reply.status, reply.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    }
  });
});
