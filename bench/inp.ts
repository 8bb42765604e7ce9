import { setTimeout as delay } from "node:timers/promises";
import { percentile } from "../scripts/testing/percentile";
import { startApplication } from "./harness/application";
import { inFreshContext, startBrowser } from "./harness/browser";
import { atMost, informs } from "./harness/figure";
import { runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";
import { untilRead } from "./harness/until-read";
import { rowsInSight, useOverview } from "./inp/interactions";
import { startLiveProxy } from "./inp/live-proxy";
import { observe, takeObserved } from "./inp/observed";
import { longestTask } from "./scroll/longest-task";

const pipelines = 10_000;
const perSecond = 50;
const throttle = 4;
const aloneMs = quickOr(5000, 30_000);
const rounds = quickOr(1, 6);

await runBench("inp", async (bench) => {
  const world = ["--world", "scale", "--pipelines", String(pipelines), "--executions", "1"];
  const app = await startApplication(bench, { name: "scale", world });
  // The server's first sweep would take a processor from the page.
  await untilRead(app, pipelines, 900_000);
  const proxy = await startLiveProxy(app);
  bench.shutdown.add(() => proxy.close());
  const browser = await startBrowser(bench.shutdown);
  return inFreshContext(browser, { url: proxy.url, session: app.session }, async (context) => {
    const page = await context.newPage();
    await observe(page);
    await page.goto(proxy.url);
    await page.getByRole("table", { name: "Pipelines" }).getByRole("link").first().waitFor();
    await page.waitForFunction(() => document.querySelectorAll("[data-row]").length > 10);
    const input = await context.newCDPSession(page);
    await input.send("Emulation.setCPUThrottlingRate", { rate: throttle });
    const alone = async (rate: number) => {
      const before = proxy.sent();
      proxy.drive(rate, await rowsInSight(page));
      await takeObserved(page);
      const longest = await longestTask(input, () => delay(aloneMs));
      return { ...(await takeObserved(page)), longest, sent: proxy.sent() - before };
    };
    await page.mouse.move(700, 400);
    const still = await alone(0);
    const updated = await alone(perSecond);

    const durations: number[] = [];
    const tasks: number[] = [];
    let presses = 0;
    for (let round = 0; round < rounds; round += 1) {
      proxy.drive(perSecond, await rowsInSight(page));
      presses += await useOverview(page);
      const { interactions, longTasks } = await takeObserved(page);
      durations.push(...interactions);
      tasks.push(...longTasks);
    }
    proxy.drive(0, []);
    const quiet: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await useOverview(page);
      quiet.push(...(await takeObserved(page)).interactions);
    }
    console.log(`  interactions, slowest first: ${slowest(durations)}; without updates ${slowest(quiet)}`);
    console.log(`  long tasks meanwhile: ${slowest(tasks)}; left alone: ${slowest(updated.longTasks)}`);
    const machine = `${proxy.rows} rows, ${perSecond} updates a second, processor slowed ${throttle} ×`;
    return [
      atMost(100, percentile(durations, 0.98), {
        name: "inp: interaction, 98th percentile",
        unit: "ms",
        notes: `${durations.length} of ${presses} presses took 16 ms or longer; ${machine}`,
      }),
      atMost(0, updated.longTasks.length, {
        name: "inp: long tasks caused by updates",
        unit: "tasks",
        notes: `${updated.sent} updates in ${aloneMs / 1000} s while nothing is touched; longest ${Math.round(Math.max(0, ...updated.longTasks))} ms`,
      }),
      informs(still.longTasks.length, {
        name: "inp: long tasks without updates",
        unit: "tasks",
        notes: "the same time, left alone",
      }),
      informs(updated.longest.cpuMs, {
        name: "inp: most processor time of a task, updates",
        unit: "ms",
        notes: "slowed as well; what it takes when nothing else wants the processor",
      }),
      informs(percentile(quiet, 0.98), {
        name: "inp: interaction without updates",
        unit: "ms",
        notes: "the same presses, 98th percentile",
      }),
    ];
  });
});

function slowest(ms: readonly number[]): string {
  return ms.length === 0
    ? "none"
    : [...ms]
        .sort((a, b) => b - a)
        .slice(0, 12)
        .map(Math.round)
        .join(" ");
}
