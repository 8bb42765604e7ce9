import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { DELETE, GET as metrics, OPTIONS, PATCH, POST, PUT } from "@/app/api/metrics/route";
import { GET as pipelines } from "@/app/api/pipelines/route";
import { Problem } from "@/lib/contract/problem";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { forgetWatches } from "../testing/forget-watches";
import { openHouse, type TestHouse } from "../testing/house";
import { prodEu } from "../testing/prod-eu";
import { type PrometheusMetric, readPrometheusText } from "../testing/prometheus-text";
import { call, toRequest } from "../testing/request";
import { signInAs } from "../testing/session";
import { stopWatches } from "../watch/target-watches";

const TOKEN = "the token of the scraper, long enough".replaceAll(" ", "-");
const EXTERNAL_ID = "an-external-id-of-ours";

let emulator: EmulatorProcess;
let house: TestHouse;
let cookie: string;
beforeAll(async () => {
  emulator = await startEmulator(["--world", "acme", "--clock", "manual"]);
}, 60_000);
afterAll(() => emulator.stop());
beforeEach(async () => {
  house = await openHouse([
    prodEu(emulator, { requestsPerSecond: 100, externalId: EXTERNAL_ID, name: 'Prod "Europe" \\n' }),
  ]);
  vi.stubEnv("PIPEDECK_METRICS_TOKEN", TOKEN);
  cookie = (await signInAs("viewer")).cookie;
});
afterEach(async () => {
  await forgetWatches();
  await house.close();
  vi.unstubAllEnvs();
});

/** AWS is asked nothing any more. */
async function atRest(): Promise<void> {
  await stopWatches();
}

function asked(authorization?: string) {
  return call(metrics, { path: "/api/metrics", headers: { authorization, cookie } });
}

async function scrape(): Promise<{ text: string; all: Map<string, PrometheusMetric> }> {
  const request = toRequest({ path: "/api/metrics", headers: { authorization: `Bearer ${TOKEN}` } });
  const reply = await metrics(request, { params: Promise.resolve(undefined) });
  expect(reply.status).toBe(200);
  expect(reply.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4; charset=utf-8$/);
  expect(reply.headers.get("cache-control")).toBe("no-store");
  const text = await reply.text();
  return { text, all: readPrometheusText(text) };
}

/** What the emulator counted: operation, then how it was answered. */
async function emulatorCounts(): Promise<Record<string, Record<string, number>>> {
  const { requests } = (await emulator.control("GET", "/status")) as {
    requests: Record<string, Record<string, number>>;
  };
  return requests;
}

function callsBy(metric: PrometheusMetric | undefined, operation: string): Record<string, number> {
  const samples = (metric?.samples ?? []).filter(({ labels }) => labels.operation === operation);
  return Object.fromEntries(samples.map(({ labels, value }) => [labels.outcome, value]));
}

test("who shows no token, a wrong one or another kind of proof gets 401, a session or not", async () => {
  for (const shown of [undefined, "", TOKEN, "Bearer", "Bearer ", `Bearer ${TOKEN}x`, `Basic ${TOKEN}`]) {
    const { status, headers, body } = await asked(shown);
    expect([status, Problem.parse(body).code], String(shown)).toEqual([401, "auth.required"]);
    expect(headers.get("www-authenticate")).toBe('Bearer realm="pipedeck"');
  }
});

test("without a token of the server there are no metrics, whatever is shown", async () => {
  for (const unset of [undefined, ""]) {
    vi.stubEnv("PIPEDECK_METRICS_TOKEN", unset);
    for (const shown of [undefined, "Bearer ", "Bearer undefined", `Bearer ${TOKEN}`]) {
      const { status, body } = await asked(shown);
      expect([status, Problem.parse(body).code], String(shown)).toEqual([401, "auth.required"]);
    }
  }
});

test("other methods are 405 and say which there is", async () => {
  for (const method of [POST, PUT, PATCH, DELETE, OPTIONS]) {
    const { status, headers } = await call(method, { headers: { authorization: `Bearer ${TOKEN}` } });
    expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    expect((await call(method, {})).status).toBe(401);
  }
});

test("each line is of the format, and each metric of ours says what it is", async () => {
  expect((await call(pipelines, { headers: { cookie } })).status).toBe(200);
  const { all } = await scrape();
  const ours = [...all].filter(([name]) => name.startsWith("pipedeck_"));
  expect(ours.length).toBeGreaterThanOrEqual(10);
  for (const [name, { help, type, samples }] of ours) {
    expect(help.length, name).toBeGreaterThan(10);
    expect(type, name).toBe(name.endsWith("_total") ? "counter" : "gauge");
    for (const { value } of samples) expect(Number.isFinite(value) && value >= 0, name).toBe(true);
  }
  expect(all.get("process_resident_memory_bytes")?.samples[0]?.value).toBeGreaterThan(1_000_000);
}, 60_000);

test("nothing secret and nothing of a person is told", async () => {
  expect((await call(pipelines, { headers: { cookie } })).status).toBe(200);
  const { text, all } = await scrape();
  expect(text).toContain('target="prod-eu"');
  const { NEXTAUTH_SECRET = "", AWS_SECRET_ACCESS_KEY = "", AWS_ACCESS_KEY_ID = "" } = process.env;
  const secrets = [TOKEN, EXTERNAL_ID, NEXTAUTH_SECRET, AWS_SECRET_ACCESS_KEY, AWS_ACCESS_KEY_ID];
  for (const word of [...secrets, "arn:aws", "444455556666", emulator.url, house.database.url, "Vera"]) {
    expect(word.length).toBeGreaterThan(3);
    expect(text).not.toContain(word);
  }
  const known = ["target", "kind", "operation", "outcome"];
  for (const [name, { samples }] of all) {
    if (!name.startsWith("pipedeck_")) continue;
    for (const { labels } of samples)
      expect(
        Object.keys(labels).filter((label) => !known.includes(label)),
        name,
      ).toEqual([]);
  }
}, 60_000);

test("calls are those that the emulator counted, each as it ended", async () => {
  await emulator.control("POST", "/reset", {});
  expect((await call(pipelines, { headers: { cookie } })).status).toBe(200);
  await emulator.control("POST", "/faults", { kind: "throttle", operation: "GetPipelineState", times: 1 });
  await vi.waitFor(async () => expect((await emulatorCounts()).GetPipelineState?.throttled).toBe(1), {
    timeout: 30_000,
  });
  await atRest();
  const { all } = await scrape();
  const calls = all.get("pipedeck_aws_requests_total");
  const counted = await emulatorCounts();
  const operations = Object.keys(counted).filter((name) => /^(Get|List)Pipeline/.test(name));
  expect(operations).toEqual(expect.arrayContaining(["ListPipelines", "GetPipelineState"]));
  for (const operation of operations) {
    const { ok = 0, throttled = 0 } = callsBy(calls, operation);
    expect({ operation, ok, throttled }).toEqual({
      operation,
      ok: counted[operation]?.ok ?? 0,
      throttled: counted[operation]?.throttled ?? 0,
    });
  }
  const seconds = all.get("pipedeck_aws_request_seconds_total");
  expect(callsBy(seconds, "ListPipelines").ok).toBeGreaterThan(0);
}, 60_000);

test("a target tells how many pipelines it has, how old they are and which freshness it has", async () => {
  const before = (await scrape()).all;
  expect(before.get("pipedeck_target_pipelines")?.samples).toEqual([]);
  expect(before.get("pipedeck_target_age_seconds")?.samples).toEqual([]);
  const list = await vi.waitFor(
    async () => {
      const reply = await call(pipelines, { headers: { cookie } });
      expect(reply.body.freshness).toMatchObject({ "prod-eu": { kind: "live" } });
      return reply;
    },
    { timeout: 30_000 },
  );
  const { all } = await scrape();
  const of = (name: string) => all.get(name)?.samples.map(({ labels, value }) => ({ ...labels, value }));
  expect(of("pipedeck_target_pipelines")).toEqual([
    { target: "prod-eu", value: (list.body.items as unknown[]).length },
  ]);
  expect(of("pipedeck_target_freshness")).toEqual([{ target: "prod-eu", kind: "live", value: 1 }]);
  expect(of("pipedeck_target_age_seconds")?.[0]?.value).toBeLessThan(60);
  expect(of("pipedeck_live_streams")).toEqual([{ value: 0 }]);
}, 60_000);
