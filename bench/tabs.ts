import { setTimeout as delay } from "node:timers/promises";
import type { BrowserContext, Page } from "@playwright/test";
import { readJson } from "../scripts/testing/session";
import { type Application, startApplication } from "./harness/application";
import { inFreshContext, startBrowser } from "./harness/browser";
import { atMost, informs } from "./harness/figure";
import { interleave } from "./harness/interleave";
import { ratio } from "./harness/ratio";
import { runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";
import { untilRead } from "./harness/until-read";
import { canBeHidden, countRequests, setHidden } from "./tabs/requests";

const pipelines = 100;
const many = 10;
/** What rests is read every 15 s, all of it at about the same time: whole turns, so that none falls beside the time. */
const watchedMs = quickOr(30_000, 60_000);
const HANDED_OVER_MS = 1000;
const LIVE = "Live: changes come by themselves.";

await runBench("tabs", async (bench) => {
  const world = ["--world", "scale", "--pipelines", String(pipelines), "--executions", "1"];
  const app = await startApplication(bench, { name: "scale", world });
  await untilRead(app, pipelines, 120_000);
  const { items } = await readJson<{ items: { target: string; name: string }[] }>(
    app.url,
    app.session,
    "/api/pipelines",
  );
  const pipeline = `/pipelines/${items[0]?.target}/${items[0]?.name}`;
  const browser = await startBrowser(bench.shutdown);
  const withTabs = (count: number) => () =>
    inFreshContext(browser, app, async (context) => {
      await canBeHidden(context);
      const requests = countRequests(context);
      const tabs = await openTabs(context, app, pipeline, count);
      const before = await upstreamCalls(app);
      await delay(watchedMs);
      const upstream = (await upstreamCalls(app)) - before;
      const seen = { upstream, streams: requests.streams(), requests: requests.paths().length };
      for (const tab of tabs) await setHidden(tab, true);
      // Each that was hidden handed the stream to the next, whose request may be told of only now.
      await delay(HANDED_OVER_MS);
      const asked = requests.paths().length;
      await delay(watchedMs / 2);
      return { ...seen, whileHidden: requests.paths().slice(asked) };
    });
  const rounds = await interleave(quickOr(1, 3), {
    one: withTabs(1),
    ten: withTabs(many),
    again: withTabs(1),
  });
  const upstream = (side: { upstream: number }[]) => side.map((it) => it.upstream);
  for (const [name, side] of Object.entries(rounds))
    console.log(`  ${name.padEnd(6)} ${upstream(side).join("  ")} calls upstream`);
  const most = (of: (it: (typeof rounds.ten)[number]) => number) => Math.max(...rounds.ten.map(of));
  return [
    atMost(
      1,
      most((it) => it.streams),
      {
        name: `tabs: streams of ${many} tabs`,
        unit: "streams",
        notes: `half on the overview, half on the page of a pipeline; ${most((it) => it.requests)} requests in all at most`,
      },
    ),
    atMost(1.05, ratio(upstream(rounds.ten), upstream(rounds.one)), {
      name: `tabs: upstream calls, ${many} tabs ÷ 1`,
      unit: "×",
      notes: `${watchedMs / 1000} s each, ${pipelines} pipelines`,
    }),
    atMost(
      0,
      most((it) => it.whileHidden.length),
      {
        name: "tabs: requests of hidden tabs",
        unit: "requests",
        notes: `${many} tabs hidden for ${watchedMs / 2000} s${rounds.ten
          .flatMap((it) => it.whileHidden)
          .map((path) => `, ${path}`)
          .join("")}`,
      },
    ),
    informs(ratio(upstream(rounds.again), upstream(rounds.one)), {
      name: "tabs: noise",
      unit: "×",
      notes: "upstream calls of 1 tab ÷ itself",
    }),
  ];
});

/** Every other tab on the overview, the others on one pipeline's page; all of them live. */
async function openTabs(
  context: BrowserContext,
  app: Application,
  pipeline: string,
  count: number,
): Promise<Page[]> {
  const tabs: Page[] = [];
  for (let opened = 0; opened < count; opened += 1) {
    const tab = await context.newPage();
    await tab.goto(app.url + (opened % 2 === 0 ? pipeline : "/"));
    await tab.getByText(LIVE).waitFor({ state: "attached" });
    tabs.push(tab);
  }
  return tabs;
}

/** Calls to AWS that the emulator has ever let in. */
async function upstreamCalls({ emulator }: Application): Promise<number> {
  const response = await fetch(`${emulator}/_emulator/journal?after=999999999`);
  const { last }: { last: number } = await response.json();
  return last;
}
