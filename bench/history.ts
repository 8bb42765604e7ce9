import { percentile } from "../scripts/testing/percentile";
import { cookieHeader, readJson } from "../scripts/testing/session";
import { type Application, startApplication } from "./harness/application";
import { inFreshContext, startBrowser } from "./harness/browser";
import { atMost, type Figure, informs } from "./harness/figure";
import { median } from "./harness/median";
import { type Bench, runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";
import { startEchoPage, typeIntoEcho } from "./history/echo-page";
import { filtersOf } from "./history/filters";
import { growIndex } from "./history/grow-index";
import { noteTyped, typeSlowly } from "./history/typed";
import { untilIndexed } from "./history/until-indexed";

const executions = quickOr(1000, 10_000);
const times = 100;
const throttle = 4;
const rounds = quickOr(5, 40);
const texts = quickOr(2, 8);

await runBench("history", async (bench) => {
  const world = ["--world", "scale", "--pipelines", "1", "--executions", String(executions)];
  const small = await startApplication(bench, { name: "small", world });
  const path = await untilIndexed(small);
  const typed = await whileTyping(bench, small, path);
  const large = await startApplication(bench, { name: "large", world });
  await untilIndexed(large);
  console.log("Keeping a hundred times as many ...");
  const rows = await growIndex(large.database, times);
  return [...typed, ...(await serverTimes({ small, large, path, rows }))];
});

/** From a key to the rows it asks for, on the screen. */
async function whileTyping(bench: Bench, app: Application, path: string): Promise<Figure[]> {
  const words = await wordsOf(app, path);
  const browser = await startBrowser(bench.shutdown);
  const echo = await startEchoPage(bench.shutdown);
  const ours = await inFreshContext(browser, { url: app.url, session: app.session }, async (context) => {
    const page = await context.newPage();
    await page.goto(app.url + path);
    await page.locator("[data-row]").first().waitFor();
    const input = await context.newCDPSession(page);
    await input.send("Emulation.setCPUThrottlingRate", { rate: throttle });
    const box = page.getByRole("searchbox", { name: "Filter executions" });
    await noteTyped(page);
    const all: number[] = [];
    for (const word of words) {
      await box.fill("");
      await page.waitForFunction(
        () => !document.querySelector('[aria-label="Executions"][aria-busy="true"]'),
      );
      await box.focus();
      all.push(...(await typeSlowly(page, word)));
    }
    return all;
  });
  const control = await inFreshContext(browser, { url: echo }, async (context) => {
    const page = await context.newPage();
    await page.goto(echo);
    const input = await context.newCDPSession(page);
    await input.send("Emulation.setCPUThrottlingRate", { rate: throttle });
    await page.getByRole("textbox").focus();
    const all: number[] = [];
    for (const word of words) all.push(...(await typeIntoEcho(page, word)));
    return all;
  });
  return [
    atMost(100, percentile(ours, 0.95), {
      name: `history: key → rows painted, ${executions} executions, p95`,
      unit: "ms",
      notes: `processor slowed ${throttle} ×, ${ours.length} keys, median ${Math.round(median(ours))} ms`,
    }),
    informs(percentile(control, 0.95), {
      name: "history: key → echo painted, p95",
      unit: "ms",
      notes: `a bare page that asks a bare server for each key, median ${Math.round(median(control))} ms`,
    }),
  ];
}

/** Texts to type that find something at every letter: beginnings of commits, and words of messages. */
async function wordsOf({ url, session }: Application, path: string): Promise<string[]> {
  type Row = { revisions: { id: string; summary?: string }[] };
  const { items } = await readJson<{ items: Row[] }>(url, session, `/api${path}?limit=100`);
  const commits = items.flatMap(({ revisions }) => revisions[0]?.id.slice(0, 7) ?? []);
  const words = items.flatMap(({ revisions }) => revisions[0]?.summary?.match(/\b\w{5,}/g) ?? []);
  const beginnings = new Map([...commits, ...words].map((text) => [text.slice(0, 1).toLowerCase(), text]));
  return [...beginnings.values()].slice(0, texts);
}

/** What the server takes for a filtered page, in turns of one request each. */
async function serverTimes(of: { small: Application; large: Application; path: string; rows: number }) {
  const { small, large, path, rows } = of;
  const filters = await filtersOf(small, path);
  const figures: Figure[] = [];
  const sums = { small: 0, large: 0, again: 0 };
  for (const [name, query] of Object.entries(filters)) {
    const took: Record<keyof typeof sums, number[]> = { small: [], large: [], again: [] };
    for (let round = -3; round < rounds; round += 1) {
      const apps = { small, large, again: small };
      for (const key of ["small", "large", "again"] as const) {
        const ms = await timeOf(apps[key], query);
        if (round >= 0) took[key].push(ms);
      }
    }
    for (const key of ["small", "large", "again"] as const) sums[key] += median(took[key]);
    figures.push(
      informs(median(took.large) / median(took.small), {
        name: `history: ${name}`,
        unit: "×",
        notes: `${median(took.large).toFixed(1)} against ${median(took.small).toFixed(1)} ms`,
      }),
    );
  }
  return [
    atMost(2, sums.large / sums.small, {
      name: "history: filtered pages, 1,000,000 ÷ 10,000 executions kept",
      unit: "×",
      notes: `${rows} rows; the medians of ${figures.length} filters together ${sums.large.toFixed(0)} against ${sums.small.toFixed(0)} ms`,
    }),
    informs(sums.again / sums.small, { name: "history: noise", unit: "×", notes: "the smaller ÷ itself" }),
    ...figures,
  ];
}

async function timeOf({ url, session }: Application, query: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(url + query, { headers: { cookie: cookieHeader(session) } });
  await response.arrayBuffer();
  return performance.now() - began;
}
