import { setTimeout as delay } from "node:timers/promises";
import type { PipelineList } from "../lib/contract/pipeline";
import { WordedError } from "../scripts/processes/worded-error";
import { cookieHeader, readJson } from "../scripts/testing/session";
import { heardChanges } from "./bytes/heard-changes";
import { type RawReply, rawGet } from "./bytes/raw-get";
import { type Application, startApplication } from "./harness/application";
import { atMost, type Figure, informs } from "./harness/figure";
import { type Bench, runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";
import { untilRead } from "./harness/until-read";

const list = "/api/pipelines";

await runBench("bytes", async (bench) => {
  return [...(await changes(bench)), ...(await lists(bench, quickOr(1000, 10_000)))];
});

/** A company at work, twenty times as fast as real: what one viewer hears of it. */
async function changes(bench: Bench): Promise<Figure[]> {
  const app = await startApplication(bench, { name: "acme", world: ["--world", "acme", "--speed", "20"] });
  await readWhole(app);
  const seconds = quickOr(20, 120);
  console.log(`Listening for ${seconds} s ...`);
  const before = await readJson<PipelineList>(app.url, app.session, list);
  const since = Object.entries(before.versions).map(([target, version]) => `${target}.${version}`);
  const stream = await get(app, `/api/live?since=${since.join("~")}`, {}, seconds * 1000);
  const rows = new Map(before.items.map((row) => [`${row.target} ${row.name}`, row]));
  const heard = heardChanges(stream, rows);
  if (heard.changes === 0) throw new WordedError("Nothing changed while the bench listened.");
  return [
    atMost(2, heard.sentBytes / heard.minimalBytes, {
      name: "bytes: a change to a viewer ÷ minimal delta",
      unit: "×",
      notes: `${heard.changes} changes, ${Math.round(heard.sentBytes / heard.changes)} against ${Math.round(heard.minimalBytes / heard.changes)} bytes each`,
    }),
    informs(heard.otherBytes / seconds, {
      name: "bytes: greeting and heartbeats",
      unit: "bytes/s",
      notes: `${before.items.length} pipelines, ${Object.keys(before.versions).length} targets`,
    }),
  ];
}

async function lists(bench: Bench, pipelines: number): Promise<Figure[]> {
  const app = await startApplication(bench, {
    name: "scale",
    world: ["--world", "scale", "--pipelines", String(pipelines), "--executions", "1", "--clock", "manual"],
  });
  console.log(`Reading ${pipelines} pipelines once ...`);
  await untilRead(app, pipelines, 1_200_000);
  await untilStill(app);
  const whole = await get(app, list, { "accept-encoding": "gzip" });
  const tag = whole.headers.get("etag") ?? "";
  const again = await get(app, list, { "accept-encoding": "gzip", "if-none-match": tag });
  const unchanged = again.status === 304 ? again.bytesOnSocket : Number.NaN;
  return [
    atMost(150, whole.bytesOnSocket / pipelines, {
      name: `bytes: list of ${pipelines} pipelines, gzip, a row`,
      unit: "bytes",
      notes: `${whole.bytesOnSocket} on the socket, ${whole.headers.get("content-encoding") ?? "not compressed"}`,
    }),
    atMost(1024, unchanged, {
      name: "bytes: the same list again, unchanged",
      unit: "bytes",
      notes: `status ${again.status}, headers included`,
    }),
  ];
}

async function readWhole(app: Application): Promise<void> {
  const { items } = await readJson<PipelineList>(app.url, app.session, list);
  await untilRead(app, items.length, 120_000);
}

/** Waits until nothing changed for some seconds: the first look at a pipeline is followed by closer ones. */
async function untilStill({ url, session }: Application): Promise<void> {
  let before = "";
  for (let tries = 0; tries < 60; tries += 1) {
    const { versions } = await readJson<PipelineList>(url, session, list);
    const now = JSON.stringify(versions);
    if (now === before) return;
    before = now;
    await delay(5000);
  }
  throw new WordedError("The pipelines did not come to rest within five minutes.");
}

function get(
  { url, session }: Application,
  path: string,
  headers: Record<string, string>,
  listenMs?: number,
): Promise<RawReply> {
  return rawGet(url + path, { cookie: cookieHeader(session), ...headers }, listenMs);
}
