import { startEmulator } from "../scripts/stack/emulator";
import { buildSeconds } from "./engine/build-seconds";
import { listedPages } from "./engine/listed-pages";
import { executionsPerSecond, settle } from "./engine/simulated-executions";
import { atLeast, atMost, informs } from "./harness/figure";
import { interleave } from "./harness/interleave";
import { median } from "./harness/median";
import { ratio } from "./harness/ratio";
import { type Bench, runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";

const few = 1000;
const many = quickOr(2000, 10_000);
const listed = quickOr(1000, 10_000);

await runBench("engine", async (bench) => {
  const figures = [...(await worlds()), ...(await simulation(bench))];
  return [...figures, ...(await pages(bench))];
});

/** How long worlds take to be built, and how much memory the largest needs. */
async function worlds() {
  const rounds = quickOr(1, 5);
  const scale = ["--world", "scale", "--pipelines", String(many), "--executions", "1"];
  const built = await interleave(rounds, {
    empty: () => buildSeconds(["--world", "empty"]),
    acme: () => buildSeconds(["--world", "acme"]),
    scale: () => buildSeconds(scale),
    again: () => buildSeconds(["--world", "empty"]),
  });
  const seconds = (side: { seconds: number }[]) => side.map((it) => it.seconds);
  const floor = median(seconds(built.empty));
  const peak = Math.max(...built.scale.map(({ memoryMb }) => memoryMb));
  for (const [name, side] of Object.entries(built))
    console.log(
      `  ${name.padEnd(6)} ${seconds(side)
        .map((value) => value.toFixed(2))
        .join("  ")} s`,
    );
  return [
    atMost(5, median(seconds(built.acme)) - floor, {
      name: "engine: the past of acme",
      unit: "s",
      notes: `ready after ${median(seconds(built.acme)).toFixed(2)} s, an empty world after ${floor.toFixed(2)} s`,
    }),
    atMost(15, median(seconds(built.scale)), {
      name: `engine: scale with ${many} pipelines is ready`,
      unit: "s",
      notes: "from starting the program",
    }),
    atMost(1000, peak, {
      name: `engine: memory of scale with ${many} pipelines`,
      unit: "MB",
      notes: "largest resident size up to there",
    }),
    informs(ratio(seconds(built.again), seconds(built.empty)), {
      name: "engine: noise of building",
      unit: "×",
      notes: "the empty world ÷ itself",
    }),
  ];
}

/** What an execution costs beside few and beside many other pipelines. */
async function simulation(bench: Bench) {
  const small = await scaleWorld(bench, few, 1);
  const big = await scaleWorld(bench, many, 1);
  await settle(small);
  await settle(big);
  const side = (url: string) => () => executionsPerSecond(url, few);
  await interleave(quickOr(1, 3), { small: side(small), big: side(big) });
  const rates = await interleave(quickOr(2, 15), { small: side(small), big: side(big), again: side(small) });
  for (const [name, values] of Object.entries(rates))
    console.log(`  ${name.padEnd(6)} ${values.map(Math.round).join("  ")} executions/s`);
  return [
    atLeast(0.7, ratio(rates.big, rates.small), {
      name: `engine: executions a second, ${many} ÷ ${few} pipelines`,
      unit: "×",
      notes: `median ${Math.round(median(rates.big))} against ${Math.round(median(rates.small))}, ${few} executions at a time`,
    }),
    informs(ratio(rates.again, rates.small), {
      name: "engine: noise of executions",
      unit: "×",
      notes: `${few} pipelines ÷ themselves`,
    }),
  ];
}

/** What a page costs at the old end of a long list and at its new end. */
async function pages(bench: Bench) {
  const { first, last, count } = await listedPages(await scaleWorld(bench, 1, listed));
  await interleave(quickOr(1, 3), { first, last });
  const times = await interleave(quickOr(2, 30), { first, last, again: first });
  return [
    atMost(1.2, ratio(times.last, times.first), {
      name: `engine: a page at the end ÷ at the start of ${listed} executions`,
      unit: "×",
      notes: `median ${median(times.last).toFixed(2)} against ${median(times.first).toFixed(2)} ms, ${count} pages`,
    }),
    informs(ratio(times.again, times.first), {
      name: "engine: noise of pages",
      unit: "×",
      notes: "the first page ÷ itself",
    }),
  ];
}

async function scaleWorld({ shutdown }: Bench, pipelines: number, executions: number): Promise<string> {
  const world = ["--world", "scale", "--pipelines", String(pipelines), "--executions", String(executions)];
  const emulator = await startEmulator(["--port", "0", "--clock", "manual", ...world], "quiet");
  shutdown.add(() => emulator.child.stop());
  return emulator.url;
}
