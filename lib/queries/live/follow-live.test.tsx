import { createServer, type Server, type ServerResponse } from "node:http";
import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from "vitest";
import type { LiveMessage, Versions } from "@/lib/contract/live";
import type { Freshness } from "@/lib/domain/freshness";
import { withLocks, withoutLocks } from "../testing/web-locks";

const NOW = "2026-11-21T03:12:00.000Z";
const live: Freshness = { kind: "live", asOf: NOW };

/** One stream as the server has it. */
interface Stream {
  since: string | null;
  say: (message: LiveMessage) => void;
  end: () => void;
  isOpen: () => boolean;
}

let server: Server;
let streams: Stream[];
let status: number;
let reload: MockInstance<() => void>;
const leaving: AbortController[] = [];

beforeEach(async () => {
  streams = [];
  status = 200;
  server = createServer((request, response) => {
    response.writeHead(status, { "content-type": "text/event-stream" });
    if (status === 200) streams.push(toStream(request.url ?? "", response));
    else response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const browser: { setURL: (url: string) => void } = Reflect.get(window, "happyDOM");
  browser.setURL(`http://127.0.0.1:${address.port}/`);
  vi.spyOn(window.location, "assign").mockImplementation(() => undefined);
  reload = vi.spyOn(window.location, "reload").mockImplementation(() => undefined);
  see("visible");
});
afterEach(async () => {
  for (const leave of leaving.splice(0)) leave.abort();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function toStream(url: string, response: ServerResponse): Stream {
  let isOpen = true;
  response.once("close", () => {
    isOpen = false;
  });
  response.flushHeaders();
  return {
    since: new URL(url, "http://pipedeck").searchParams.get("since"),
    say: ({ event, data }) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    end: () => response.end(),
    isOpen: () => isOpen,
  };
}

/** A page of the browser: code and memory of its own, a list that goes up to these versions or none yet, its session's tag. */
async function openPage(first: Versions | null, session = "one") {
  vi.resetModules();
  const main = document.createElement("main");
  main.dataset.session = session;
  document.body.replaceChildren(main);
  const [{ startLive }, { liveState }] = await Promise.all([import("./start-live"), import("./live-store")]);
  const client = new QueryClient();
  const row = { target: "prod-eu", name: "shop", status: "Succeeded", stations: [], running: 0 };
  const list = (versions: Versions) => ({ items: [row], versions, freshness: { "prod-eu": live }, now: NOW });
  const readList = vi.fn(list);
  const queryKey = ["pipelines"];
  if (first !== null) client.setQueryData(queryKey, list(first));
  const leave = new AbortController();
  leaving.push(leave);
  startLive(client, leave.signal);
  return {
    /** The list comes, as it was at these versions. */
    list: (versions: Versions) => client.fetchQuery({ queryKey, queryFn: () => readList(versions) }),
    reads: () => readList.mock.calls.length,
    leave: () => leave.abort(),
    kind: () => liveState().kind,
    status: () => client.getQueryData<{ items: { status: string }[] }>(["pipelines"])?.items[0]?.status,
    versions: () => client.getQueryData<{ versions: Versions }>(["pipelines"])?.versions,
  };
}

/** What the browser's own tells a page. */
function see(state: "visible" | "hidden"): void {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}

const standing = (version: number) => ({
  now: NOW,
  versions: { "prod-eu": version },
  freshness: { "prod-eu": live },
});
const hello = (version: number, session = "one"): LiveMessage => ({
  event: "hello",
  id: "",
  data: { ...standing(version), session },
});
const change = (version: number, status: string): LiveMessage => ({
  event: "change",
  data: { target: "prod-eu", name: "shop", version, set: { status } },
});

async function stream(index: number): Promise<Stream> {
  // One that was lost is tried again after a while.
  await expect.poll(() => streams.length, { timeout: 5000 }).toBeGreaterThan(index);
  const found = streams[index];
  if (!found) throw new Error(`there is no stream ${index}`);
  return found;
}

test("pages of one session share one stream: what one is told, all show", async () => {
  withLocks();
  const [one, other] = [await openPage({ "prod-eu": 7 }), await openPage({ "prod-eu": 7 })];
  const shared = await stream(0);
  expect(shared.since).toBe("prod-eu.7");
  shared.say(hello(7));
  shared.say(change(8, "Failed"));
  for (const page of [one, other]) {
    await expect.poll(page.status).toBe("Failed");
    expect([page.kind(), page.versions()]).toEqual(["live", { "prod-eu": 8 }]);
  }
  expect(streams).toHaveLength(1);
});

test("when the page with the stream leaves, another goes on from where all stand", async () => {
  withLocks();
  const [one, other] = [await openPage({ "prod-eu": 7 }), await openPage({ "prod-eu": 7 })];
  const first = await stream(0);
  first.say(hello(7));
  first.say(change(8, "Failed"));
  await expect.poll(other.status).toBe("Failed");
  one.leave();
  const next = await stream(1);
  expect(next.since).toBe("prod-eu.8");
  await expect.poll(first.isOpen).toBe(false);
  next.say(hello(8));
  next.say(change(9, "Succeeded"));
  await expect.poll(other.status).toBe("Succeeded");
});

test("a page that comes later is told what it missed by the page with the stream", async () => {
  withLocks();
  await openPage({ "prod-eu": 7 });
  const shared = await stream(0);
  shared.say(hello(7));
  shared.say(change(8, "Failed"));
  shared.say({ event: "beat", id: "", data: standing(8) });
  const early = await openPage({ "prod-eu": 8 });
  await expect.poll(early.kind).toBe("live");
  const late = await openPage({ "prod-eu": 7 });
  await expect.poll(late.status).toBe("Failed");
  expect(late.kind()).toBe("live");
  expect(streams).toHaveLength(1);
});

test("the loss of the stream is known in every page, and so is its coming back", async () => {
  withLocks();
  const pages = [await openPage({ "prod-eu": 7 }), await openPage({ "prod-eu": 7 })];
  (await stream(0)).say(hello(7));
  for (const page of pages) await expect.poll(page.kind).toBe("live");
  streams[0]?.end();
  for (const page of pages) await expect.poll(page.kind).toBe("lost");
  (await stream(1)).say(hello(7));
  for (const page of pages) await expect.poll(page.kind).toBe("live");
});

test("a list that comes after the stream began is made good by the stream, and not asked for again", async () => {
  withLocks();
  const page = await openPage(null);
  const first = await stream(0);
  expect(first.since).toBeNull();
  first.say(hello(9));
  await expect.poll(page.kind).toBe("live");
  await page.list({ "prod-eu": 7 });
  const next = await stream(1);
  expect(next.since).toBe("prod-eu.7");
  await expect.poll(first.isOpen).toBe(false);
  next.say(hello(9));
  next.say(change(8, "InProgress"));
  next.say(change(9, "Failed"));
  await expect.poll(page.status).toBe("Failed");
  expect([page.kind(), page.versions(), page.reads()]).toEqual(["live", { "prod-eu": 9 }, 1]);
});

test("on plain http, where browsers have no locks, each visible page has a stream of its own", async () => {
  withoutLocks();
  const [one, other] = [await openPage({ "prod-eu": 7 }), await openPage({ "prod-eu": 7 })];
  const own = [await stream(0), await stream(1)];
  for (const each of own) each.say(hello(7));
  for (const each of own) each.say(change(8, "Failed"));
  for (const page of [one, other]) {
    await expect.poll(page.status).toBe("Failed");
    expect([page.kind(), page.versions()]).toEqual(["live", { "prod-eu": 8 }]);
  }
  one.leave();
  await expect.poll(() => own.filter((each) => each.isOpen())).toHaveLength(1);
  expect(streams).toHaveLength(2);
});

test.each([
  ["shared", withLocks],
  ["of each page's own", withoutLocks],
])(
  "a hidden page lets go of a stream that is %s, and goes on from there when it is seen",
  async (_whose, locks) => {
    locks();
    const page = await openPage({ "prod-eu": 7 });
    const first = await stream(0);
    first.say(hello(7));
    first.say(change(8, "Failed"));
    await expect.poll(page.status).toBe("Failed");
    see("hidden");
    expect(page.kind()).toBe("asleep");
    await expect.poll(first.isOpen).toBe(false);
    see("visible");
    expect((await stream(1)).since).toBe("prod-eu.8");
  },
);

test("who is no longer signed in is led to the sign-in page, and asks for no stream again", async () => {
  withLocks();
  status = 401;
  const pages = [await openPage({ "prod-eu": 7 }), await openPage({ "prod-eu": 7 })];
  for (const page of pages) await expect.poll(page.kind).toBe("ended");
  expect(streams).toHaveLength(0);
});

test("pages of two sessions have a stream each, and tell each other nothing", async () => {
  withLocks();
  const one = await openPage({ "prod-eu": 7 });
  const others = [await openPage({ "prod-eu": 7 }, "other"), await openPage({ "prod-eu": 7 }, "other")];
  const [first, second] = [await stream(0), await stream(1)];
  first.say(hello(7));
  first.say(change(8, "Failed"));
  await expect.poll(one.status).toBe("Failed");
  second.say(hello(7, "other"));
  second.say(change(8, "Stopped"));
  for (const other of others) await expect.poll(other.status).toBe("Stopped");
  expect([one.status(), streams.length]).toEqual(["Failed", 2]);
});

test("a page of a session that another has followed in this browser loads anew, and shows nothing of it", async () => {
  withLocks();
  const page = await openPage({ "prod-eu": 7 });
  (await stream(0)).say(hello(7));
  await expect.poll(page.kind).toBe("live");
  see("hidden");
  see("visible");
  const next = await stream(1);
  next.say(hello(8, "other"));
  next.say(change(9, "Failed"));
  await expect.poll(() => reload.mock.calls.length).toBe(1);
  await expect.poll(next.isOpen).toBe(false);
  expect([page.status(), page.versions(), streams.length]).toEqual(["Succeeded", { "prod-eu": 7 }, 2]);
});

test("a stream of a server that says no session is followed", async () => {
  withLocks();
  const page = await openPage({ "prod-eu": 7 });
  (await stream(0)).say({ event: "hello", id: "", data: standing(7) });
  await expect.poll(page.kind).toBe("live");
  expect(reload).not.toHaveBeenCalled();
});

test("the end of a session leads to the sign-in page, or, where another sign-in replaced it, to a page of that", async () => {
  withLocks();
  const bye: LiveMessage = { event: "bye", data: { reason: "signed-out" } };
  const replaced = await openPage({ "prod-eu": 7 });
  (await stream(0)).say(hello(7));
  streams[0]?.say(bye);
  (await stream(1)).say(hello(7, "other"));
  await expect.poll(() => reload.mock.calls.length).toBe(1);
  expect(replaced.kind()).not.toBe("ended");
  const over = await openPage({ "prod-eu": 7 });
  (await stream(2)).say(hello(7));
  await expect.poll(over.kind).toBe("live");
  status = 401;
  streams[2]?.say(bye);
  await expect.poll(over.kind, { timeout: 5000 }).toBe("ended");
});
