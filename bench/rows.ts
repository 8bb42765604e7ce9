import { type Application, startApplication } from "./harness/application";
import { startBrowser } from "./harness/browser";
import { atMost, informs } from "./harness/figure";
import { interleave } from "./harness/interleave";
import { median } from "./harness/median";
import { ratio } from "./harness/ratio";
import { type Bench, runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";
import { untilRead } from "./harness/until-read";
import { type FirstRow, firstRow } from "./rows/first-row";

const few = 100;
const many = 1000;

await runBench("rows", async (bench) => {
  const small = await scale(bench, few);
  const big = await scale(bench, many);
  console.log(`Reading ${many} pipelines once, at ten requests a second ...`);
  await untilRead(small, few, 60_000);
  await untilRead(big, many, 600_000);
  const browser = await startBrowser(bench.shutdown);
  const load = (app: Application) => () => firstRow(browser, app);
  await interleave(1, { small: load(small), big: load(big) });
  const loads = await interleave(quickOr(2, 9), { small: load(small), big: load(big), again: load(small) });
  const nodes = (side: FirstRow[]) => side.map((it) => it.nodes);
  const times = (side: FirstRow[]) => side.map((it) => it.firstRowMs);
  for (const [name, side] of Object.entries(loads))
    console.log(`  ${name.padEnd(6)} ${times(side).map(Math.round).join("  ")} ms`);
  return [
    atMost(1.3, ratio(nodes(loads.big), nodes(loads.small)), {
      name: `rows: DOM nodes, ${many} ÷ ${few} pipelines`,
      unit: "×",
      notes: `${median(nodes(loads.big))} against ${median(nodes(loads.small))} nodes, window 1440 × 900`,
    }),
    atMost(1.5, ratio(times(loads.big), times(loads.small)), {
      name: `rows: time to first row, ${many} ÷ ${few} pipelines`,
      unit: "×",
      notes: `${Math.round(median(times(loads.big)))} against ${Math.round(median(times(loads.small)))} ms, cache empty`,
    }),
    informs(ratio(times(loads.again), times(loads.small)), {
      name: "rows: noise",
      unit: "×",
      notes: `time to first row of ${few} pipelines ÷ itself`,
    }),
  ];
});

function scale(bench: Bench, pipelines: number): Promise<Application> {
  return startApplication(bench, {
    name: `scale-${pipelines}`,
    world: ["--world", "scale", "--pipelines", String(pipelines), "--executions", "1"],
  });
}
