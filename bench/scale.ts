import { type Application, startApplication } from "./harness/application";
import { startBrowser } from "./harness/browser";
import { atMost, informs } from "./harness/figure";
import { interleave } from "./harness/interleave";
import { median } from "./harness/median";
import { ratio } from "./harness/ratio";
import { type Bench, runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";
import { untilRead } from "./harness/until-read";
import { type Usable, usable } from "./scale/usable";

const few = 100;
const many = quickOr(1000, 10_000);

await runBench("scale", async (bench) => {
  const small = await scale(bench, few);
  const big = await scale(bench, many);
  console.log(`Reading ${many} pipelines once ...`);
  await untilRead(small, few, 60_000);
  await untilRead(big, many, 900_000);
  const browser = await startBrowser(bench.shutdown);
  const load = (app: Application) => () => usable(browser, app);
  await interleave(1, { small: load(small), big: load(big) });
  const loads = await interleave(quickOr(2, 7), { small: load(small), big: load(big), again: load(small) });
  for (const [name, side] of Object.entries(loads))
    console.log(
      `  ${name.padEnd(6)} ${side.map(({ usableMs, heapMb }) => `${Math.round(usableMs)} ms ${Math.round(heapMb)} MB`).join("  ")}`,
    );
  const figure = (of: keyof Usable, limit: number, what: string, unit: string) => {
    const values = (side: Usable[]) => side.map((it) => it[of]);
    return atMost(limit, ratio(values(loads.big), values(loads.small)), {
      name: `scale: ${what}, ${many} ÷ ${few} pipelines`,
      unit: "×",
      notes: `${Math.round(median(values(loads.big)))} against ${Math.round(median(values(loads.small)))} ${unit}`,
    });
  };
  return [
    figure("usableMs", 1.5, "time to usable", "ms from the start of the navigation, cache empty"),
    figure("nodes", 1.2, "DOM nodes", "nodes"),
    figure("heapMb", 2, "JavaScript heap", "MB after a collection"),
    informs(
      ratio(
        loads.again.map((it) => it.usableMs),
        loads.small.map((it) => it.usableMs),
      ),
      { name: "scale: noise", unit: "×", notes: `time to usable of ${few} pipelines ÷ itself` },
    ),
  ];
});

function scale(bench: Bench, pipelines: number): Promise<Application> {
  return startApplication(bench, {
    name: `scale-${pipelines}`,
    world: ["--world", "scale", "--pipelines", String(pipelines), "--executions", "1"],
  });
}
