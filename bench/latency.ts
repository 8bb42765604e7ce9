import { percentile } from "../scripts/testing/percentile";
import { startApplication } from "./harness/application";
import { startBrowser } from "./harness/browser";
import { atMost, informs } from "./harness/figure";
import { median } from "./harness/median";
import { runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";
import { untilRead } from "./harness/until-read";
import { startEcho } from "./latency/echo";
import { openEcho, openOverview } from "./latency/painted";
import { openCrowd } from "./live/open-crowd";

const pipelines = 30;
const samples = quickOr(5, 60);
const crowd = quickOr(20, 299);

/** From an event at CodePipeline to the painted cell, beside a bare echo over SSE in the same browser. */
await runBench("latency", async (bench) => {
  const app = await startApplication(bench, {
    name: "scale",
    world: ["--world", "scale", "--pipelines", String(pipelines), "--executions", "1", "--clock", "manual"],
  });
  await untilRead(app, pipelines, 60_000);
  const browser = await startBrowser(bench.shutdown);
  const overview = await openOverview(browser, app, bench.shutdown);
  const echo = await openEcho(browser, await startEcho(bench.shutdown), bench.shutdown);
  await overview.sample();
  await echo.sample();

  const alone = { ours: [] as number[], echoed: [] as number[] };
  for (let index = 0; index < samples; index += 1) {
    alone.ours.push(await overview.sample());
    alone.echoed.push(await echo.sample());
  }
  console.log(`${crowd} more viewers open streams ...`);
  const viewers = await openCrowd(app, crowd);
  const crowded: number[] = [];
  for (let index = 0; index < samples; index += 1) crowded.push(await overview.sample());
  for (const viewer of viewers) viewer.close();

  for (const [name, values] of Object.entries({ ...alone, crowded }))
    console.log(`  ${name.padEnd(8)} ${values.map((value) => Math.round(value)).join(" ")} ms`);
  const p95 = (values: number[]) => percentile(values, 0.95);
  return [
    atMost(5, p95(alone.ours) / p95(alone.echoed), {
      name: "latency: event to painted cell, p95 ÷ an echo's",
      unit: "×",
      notes: `${Math.round(p95(alone.ours))} against ${Math.round(p95(alone.echoed))} ms, ${samples} events through queue, read, store and stream`,
    }),
    atMost(3, percentile(crowded, 0.99) / median(alone.ours), {
      name: `latency: p99 with ${crowd} more viewers ÷ p50 alone`,
      unit: "×",
      notes: `${Math.round(percentile(crowded, 0.99))} against ${Math.round(median(alone.ours))} ms`,
    }),
    informs(median(alone.ours) / median(alone.echoed), {
      name: "latency: medians",
      unit: "×",
      notes: `${Math.round(median(alone.ours))} against ${Math.round(median(alone.echoed))} ms`,
    }),
  ];
});
