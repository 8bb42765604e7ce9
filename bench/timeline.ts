import { startApplication } from "./harness/application";
import { startBrowser } from "./harness/browser";
import { atMost, informs } from "./harness/figure";
import { interleave } from "./harness/interleave";
import { median } from "./harness/median";
import { ratio } from "./harness/ratio";
import { runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";
import { type FirstPaint, firstLine } from "./timeline/first-line";
import { runThrough, type Shape } from "./timeline/long-pipeline";

const small: Shape = { stages: 5, actions: 2 };
const big: Shape = { stages: 50, actions: 20 };

await runBench("timeline", async (bench) => {
  const app = await startApplication(bench, {
    name: "timeline",
    world: ["--world", "scale", "--pipelines", "1", "--executions", "1"],
  });
  const pages = { small: await runThrough(app, small), big: await runThrough(app, big) };
  const browser = await startBrowser(bench.shutdown);
  const load = (path: string) => () => firstLine(browser, app, path);
  await interleave(2, { small: load(pages.small), big: load(pages.big) });
  const loads = await interleave(quickOr(2, 11), {
    small: load(pages.small),
    big: load(pages.big),
    again: load(pages.small),
  });
  const times = (side: FirstPaint[]) => side.map((it) => it.firstLineMs);
  const nodes = (side: FirstPaint[]) => side.map((it) => it.nodes);
  for (const [name, side] of Object.entries(loads))
    console.log(`  ${name.padEnd(6)} ${times(side).map(Math.round).join("  ")} ms`);
  return [
    atMost(3, ratio(times(loads.big), times(loads.small)), {
      name: `timeline: first paint, ${wordsOf(big)} ÷ ${wordsOf(small)}`,
      unit: "×",
      notes: `${Math.round(median(times(loads.big)))} against ${Math.round(median(times(loads.small)))} ms, cache empty`,
    }),
    informs(ratio(nodes(loads.big), nodes(loads.small)), {
      name: "timeline: DOM nodes",
      unit: "×",
      notes: `${median(nodes(loads.big))} against ${median(nodes(loads.small))} nodes`,
    }),
    informs(ratio(times(loads.again), times(loads.small)), {
      name: "timeline: noise",
      unit: "×",
      notes: `first paint of ${wordsOf(small)} ÷ itself`,
    }),
  ];
});

function wordsOf({ stages, actions }: Shape): string {
  return `${stages} stages of ${actions} actions`;
}
