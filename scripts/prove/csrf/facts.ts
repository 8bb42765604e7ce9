import { setTimeout as delay } from "node:timers/promises";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import type { Shutdown } from "../../processes/shutdown";
import { findChromium } from "../../proof/chromium";
import type { Fact } from "../../replicas/facts";
import type { Town } from "../../replicas/town";
import { must, until } from "../../replicas/until";
import { controlEmulator } from "../../testing/emulator-control";
import { cookieHeader, readJson, type Session, signIn } from "../../testing/session";
import { changingRoutes, type Pressable } from "./changing-routes";
import { type Aim, FORGED_PAGES } from "./forged-pages";
import { startStranger } from "./stranger";

/** A forged request that the browser itself refuses is over at once; one it makes, soon after the page is there. */
const PATIENCE_MS = 1500;
/** A page that holds what never loads is there by then. */
const LOADED_MS = 10_000;
/** Of one page, all of it. */
const VISIT_MS = 60_000;
/** Who come by at a time. */
const VISITORS = 3;

type State = { state: { stages: { name: string; actions: { name: string; approval?: Approval }[] }[] } };
type Approval = { executionId: string };
type SessionList = { items: { id: string; current: boolean; device: string; person: { id: string } }[] };
type Listed = { items: { target: string; name: string }[] };
type Sent = { page: string; method: string; status: number | undefined };

/**
 * No page of a stranger's can press anything in a visitor's name.
 *
 * @param whole every route, or three of them
 */
export async function csrfFacts(shutdown: Shutdown, town: Town, whole: boolean): Promise<Fact[]> {
  const { url } = await town.server();
  const admin = await signIn(url, "admin");
  const stranger = await startStranger(shutdown);
  const launched = async () => {
    const browser = await chromium.launch({
      executablePath: await findChromium(),
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    });
    shutdown.add(() => browser.close());
    return browser;
  };
  const browser = await launched();
  const at = await pressable(url, admin);
  const all = changingRoutes(at);
  const aims = whole ? all : all.filter(({ url: path }) => /\/(stop|approval)$|\/sessions\//.test(path));
  const before = await effects(town, url, admin);
  const sent: Sent[] = [];

  const signedIn = async (inside: Browser) => {
    const context = await inside.newContext();
    const cookies = [...admin.cookies].map(([name, value]) => ({ name, value, url }));
    await context.addCookies(cookies.map((it) => ({ ...it, httpOnly: true, sameSite: "Lax" as const })));
    return context;
  };

  /** A visitor with a browser of their own comes by every page that is aimed at one route. */
  const forge = async (aim: Aim, origin: string) => {
    let context = await signedIn(browser);
    const marked = { ...aim, url: `${url}${aim.url}?forged=1` };
    for (const { name, html } of FORGED_PAGES) {
      const what = `${name}, aimed at ${aim.method} ${aim.url}`;
      const visit = () => visited(context, origin + stranger.show(html(marked, origin)), marked, name);
      const requests = await inTime(visit(), what).catch(async (error: unknown) => {
        if (!(error instanceof Hung)) throw error;
        // The machine may be busy with other proofs. A fresh browser that hangs there as well has failed.
        context = await signedIn(await launched());
        return inTime(visit(), what);
      });
      sent.push(...requests);
    }
    await context.close();
  };

  const forgeAll = (name: string, origin: string): Fact => ({
    name: `pages of ${name} try ${FORGED_PAGES.length} ways at ${aims.length} routes: effects 0`,
    run: async () => {
      const tried = sent.length;
      const left = [...aims];
      const oneByOne = async () => {
        for (let aim = left.shift(); aim !== undefined; aim = left.shift()) await forge(aim, origin);
      };
      // Most of the time is spent waiting for what the browser does not even try.
      await Promise.all(Array.from({ length: VISITORS }, oneByOne));
      const after = await effects(town, url, admin);
      must(
        JSON.stringify(after) === JSON.stringify(before),
        `${JSON.stringify(before)} became ${JSON.stringify(after)}`,
      );
      const arrived = sent.slice(tried).filter(({ status }) => status !== undefined).length;
      // The others are refused by the browser itself, as a preflight that is not answered as it would have to be.
      must(arrived >= aims.length * 20, `only ${arrived} forged requests left the browser`);
      return `${aims.length * FORGED_PAGES.length} tries, ${arrived} answered by the server`;
    },
  });

  return [
    forgeAll("another site", `http://localhost:${stranger.port}`),
    forgeAll("another origin of the same site, with cookies", `http://127.0.0.1:${stranger.port}`),
    {
      name: "no forged request that would change something was taken",
      run: async () => {
        const taken = sent.filter(
          ({ method, status = 0 }) =>
            method !== "GET" && method !== "OPTIONS" && status >= 200 && status < 300,
        );
        must(
          taken.length === 0,
          taken.map(({ page, method, status }) => `${method} by ${page}: ${status}`).join("; "),
        );
        const unsafe = sent.filter(({ method }) => method !== "GET");
        return `${unsafe.length} requests`;
      },
    },
    {
      name: "the same request by a page of ours does it: the approval is answered, once",
      run: async () => {
        const aim = all.find((one) => one.url.endsWith("/approval"));
        must(aim !== undefined, "no route answers approvals");
        const response = await fetch(`${url}${aim?.url}`, {
          method: "POST",
          headers: {
            cookie: cookieHeader(admin),
            origin: url,
            "content-type": "application/json",
            "x-pipedeck-request": "1",
            "idempotency-key": crypto.randomUUID(),
          },
          body: aim?.body,
        });
        must(response.status < 300, `${response.status} ${await response.text()}`);
        await until("the effect", 10_000, async () => (await effects(town, url, admin)).writes.length === 1);
        return `${response.status}`;
      },
    },
  ];
}

/** A browser does not answer any more. */
class Hung extends Error {}

/** A browser that does not answer any more is told with the page it happened at; throws Hung. */
function inTime<Result>(visit: Promise<Result>, what: string): Promise<Result> {
  return new Promise((resolve, reject) => {
    const hung = () => reject(new Hung(`the browser hung for ${VISIT_MS / 1000} s at: ${what}`));
    const timer = setTimeout(hung, VISIT_MS);
    visit.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Shows the stranger's page and waits for what came of it; nothing, when the browser did not even try. */
async function visited(context: BrowserContext, address: string, aim: Aim, page: string): Promise<Sent[]> {
  const requests: Sent[] = [];
  const tab = await context.newPage();
  const answered = await answersOnTheWire(context, tab, aim);
  const tried = new Promise<void>((resolve) => {
    context.on("requestfinished", (request) => {
      if (!isAimed(request.url(), aim)) return;
      void request.response().then((response) => {
        requests.push({ page, method: request.method(), status: response?.status() });
        resolve();
      }, resolve);
    });
    context.on("requestfailed", (request) => {
      if (!isAimed(request.url(), aim)) return;
      // What our answer keeps from the stranger's page was answered all the same.
      requests.push({ page, method: request.method(), status: answered.get(request.method()) });
      resolve();
    });
  });
  // Where the page leads elsewhere at once, it is never there itself.
  const shown = tab.goto(address, { waitUntil: "load", timeout: LOADED_MS }).catch(() => undefined);
  await Promise.race([tried, shown.then(() => delay(PATIENCE_MS))]);
  context.removeAllListeners("requestfinished");
  context.removeAllListeners("requestfailed");
  for (const open of context.pages()) await open.close();
  return requests;
}

/** Status by method of what the server answered, also where the browser keeps the answer from the page. */
async function answersOnTheWire(context: BrowserContext, tab: Page, aim: Aim): Promise<Map<string, number>> {
  const wire = await context.newCDPSession(tab);
  const asked = new Map<string, string>();
  const answered = new Map<string, number>();
  wire.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (isAimed(request.url, aim)) asked.set(requestId, request.method);
  });
  wire.on("Network.responseReceivedExtraInfo", ({ requestId, statusCode }) => {
    const method = asked.get(requestId);
    if (method !== undefined) answered.set(method, statusCode);
  });
  await wire.send("Network.enable");
  return answered;
}

function isAimed(address: string, aim: Aim): boolean {
  return address.startsWith(aim.url.split("?")[0] ?? "");
}

/** What a forged request could bring about: writes at AWS, receipts, sessions ended or begun. */
async function effects(town: Town, url: string, session: Session) {
  const { items } = await controlEmulator<{ items: { operation: string; sourceIdentity?: string }[] }>(
    town.emulator.url,
    "GET",
    "/journal",
  );
  const isWrite = (name: string) => !/^(Get|List|AssumeRole|ReceiveMessage|DeleteMessage)/.test(name);
  const { person } = await readJson<{ person: { id: string } }>(url, session, "/api/access");
  const receipts = await readJson<{ items: unknown[] }>(url, session, "/api/receipts");
  const sessions = await readJson<SessionList>(url, session, "/api/sessions");
  return {
    writes: items.filter(({ operation }) => isWrite(operation)).map(({ operation }) => operation),
    receipts: receipts.items.length,
    sessions: sessions.items.map(({ person: { id }, device }) => `${id}, ${device}`),
    person: person.id,
  };
}

/** An approval that is open in the demo's world, and a session beside the visitor's. */
async function pressable(url: string, admin: Session): Promise<Pressable> {
  const other = await signIn(url, "viewer");
  const sessions = await readJson<SessionList>(url, other, "/api/sessions");
  const sessionId = sessions.items.find(({ current }) => current)?.id ?? "";
  let open: Omit<Pressable, "sessionId"> | undefined;
  await until("an open approval", 60_000, async () => {
    const { items } = await readJson<Listed>(url, admin, "/api/pipelines?limit=1000");
    for (const { target, name } of items) open ??= await openApproval(url, admin, target, name);
    return open !== undefined;
  });
  if (open === undefined) throw new Error("no approval is open");
  return { ...open, sessionId };
}

async function openApproval(url: string, admin: Session, target: string, pipeline: string) {
  const path = `/api/pipelines/${target}/${pipeline}/state`;
  const { state } = await readJson<State>(url, admin, path);
  return state.stages.flatMap(({ name: stage, actions }) =>
    actions.flatMap(({ name: action, approval }) =>
      approval ? [{ target, pipeline, stage, action, executionId: approval.executionId }] : [],
    ),
  )[0];
}
