import { createServer, type Server } from "node:http";
import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pageSession } from "../live/page-session";
import { followNotices } from "./follow-notices";

/** Short, so that the tests are. */
const EVERY_MS = 20;

let server: Server;
/** Ids the inbox holds, and how often it was asked for. */
let inbox: string[];
let asked: number;
const leaving: AbortController[] = [];

beforeEach(async () => {
  inbox = ["old"];
  asked = 0;
  server = createServer((_request, response) => {
    asked += 1;
    const mine = inbox.map((id) => ({ id, title: id, target: "prod-eu", pipeline: "shop" }));
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({ mine, counts: { mine: mine.length, all: mine.length }, versions: {}, now: "" }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const browser: { setURL: (url: string) => void } = Reflect.get(window, "happyDOM");
  browser.setURL(`http://127.0.0.1:${address.port}/`);
  Object.defineProperty(navigator, "locks", { value: new Locks(), configurable: true });
  see("hidden");
});
afterEach(async () => {
  for (const leave of leaving.splice(0)) leave.abort();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  vi.restoreAllMocks();
});

type Granted = (lock: object | null) => unknown;

/** Web Locks as far as pages use them: by name, in the order of asking, or at once or not at all. */
class Locks {
  readonly #held = new Map<string, Promise<unknown>>();

  async request(
    name: string,
    { signal, ifAvailable }: { signal?: AbortSignal; ifAvailable?: boolean },
    granted: Granted,
  ): Promise<unknown> {
    const before = this.#held.get(name);
    if (ifAvailable && before !== undefined) return granted(null);
    const turn = (before ?? Promise.resolve()).then(() => (signal?.aborted ? undefined : granted({})));
    const held = turn.catch(() => undefined);
    this.#held.set(name, held);
    void held.then(() => this.#held.get(name) === held && this.#held.delete(name));
    return turn;
  }
}

function see(state: "visible" | "hidden"): void {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}

function openPage() {
  const shown: string[] = [];
  const leave = new AbortController();
  leaving.push(leave);
  const show = (items: readonly { id: string }[]) => shown.push(...items.map(({ id }) => id));
  followNotices(new QueryClient(), { signal: leave.signal, show, everyMs: EVERY_MS });
  return { shown, leave: () => leave.abort() };
}

const askedAgain = async (times = 2) => {
  const before = asked;
  await expect.poll(() => asked).toBeGreaterThanOrEqual(before + times);
};

test("what comes while no page is seen is told once, what was there never", async () => {
  const page = openPage();
  await askedAgain();
  inbox = ["old", "new"];
  await expect.poll(() => page.shown).toEqual(["new"]);
  await askedAgain();
  expect(page.shown).toEqual(["new"]);
});

test("what was settled and comes again is new", async () => {
  const page = openPage();
  await askedAgain();
  inbox = [];
  await askedAgain();
  inbox = ["old"];
  await expect.poll(() => page.shown).toEqual(["old"]);
});

test("of several hidden pages one asks and tells; when it goes, another does", async () => {
  const [one, other] = [openPage(), openPage()];
  await askedAgain();
  inbox = ["old", "new"];
  await expect.poll(() => [...one.shown, ...other.shown]).toEqual(["new"]);
  expect(other.shown).toEqual([]);
  one.leave();
  await askedAgain();
  inbox = ["old", "new", "newer"];
  await expect.poll(() => other.shown).toEqual(["newer"]);
  expect(one.shown).toEqual(["new"]);
});

test("a page that is seen asks nothing and tells nothing", async () => {
  see("visible");
  const page = openPage();
  see("hidden");
  await askedAgain(1);
  see("visible");
  inbox = ["old", "new"];
  const before = asked;
  see("hidden");
  await askedAgain();
  expect(asked).toBeGreaterThan(before);
  expect(page.shown).toEqual([]);
});

test("while another page is seen nothing is asked, and what came then is not told afterwards", async () => {
  const page = openPage();
  await askedAgain();
  let close: (value?: unknown) => void = () => undefined;
  void navigator.locks.request(pageSession(), {}, () => new Promise((resolve) => (close = resolve)));
  const isHeld = vi.spyOn(navigator.locks, "request");
  await expect.poll(() => isHeld.mock.calls.length).toBeGreaterThan(2);
  const before = asked;
  inbox = ["old", "new"];
  await expect.poll(() => isHeld.mock.calls.length).toBeGreaterThan(5);
  expect(asked).toBe(before);
  close();
  await askedAgain();
  expect(page.shown).toEqual([]);
});
