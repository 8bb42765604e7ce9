import { percentile } from "../scripts/testing/percentile";
import { readGaps } from "./backfill/read-gaps";
import { startApplication } from "./harness/application";
import { atMost, type Figure, informs } from "./harness/figure";
import { median } from "./harness/median";
import { type Bench, runBench } from "./harness/run-bench";
import { isQuick, quickOr } from "./harness/settings";
import { followJournal, type Request } from "./sweep/journal";

const pipelines = quickOr(100, 1000);
const executions = 100;
/** Requests a second that the emulator serves; the application is not told. */
const rates = isQuick() ? [20] : [8, 30];
/** After the first sweep, so long is watched. */
const watchedMs = quickOr(30_000, 300_000);

await runBench("backfill", async (bench) => {
  const figures: Figure[] = [];
  for (const rate of rates) figures.push(...(await sideBySide(bench, rate)));
  return figures;
});

/** Two servers in front of two accounts alike: one reads the past, the other does not. */
async function sideBySide(bench: Bench, rate: number): Promise<Figure[]> {
  console.log(`${pipelines} pipelines with ${executions} executions, ${rate} requests a second ...`);
  const sizes = ["--pipelines", String(pipelines), "--executions", String(executions)];
  const world = ["--world", "scale", ...sizes, "--rate", String(rate)];
  const reads = await startApplication(bench, { name: `reads-${rate}`, world });
  const rests = await startApplication(bench, {
    ...{ name: `rests-${rate}`, world },
    history: { readPast: false },
  });
  const [ours, control] = await Promise.all(
    [reads, rests].map(({ emulator }) => followJournal(emulator, isOver)),
  );
  await Promise.all([reads.stop(), rests.stop()]);
  const [gaps, calm] = [gapsOf(ours ?? []), gapsOf(control ?? [])];
  const past = (ours ?? []).filter(isOfThePast).length - (control ?? []).filter(isOfThePast).length;
  const name = `backfill: ${rate}/s`;
  return [
    atMost(1.1, percentile(gaps, 0.95) / percentile(calm, 0.95), {
      name: `${name}, age of what is shown, p95, ÷ without reading the past`,
      unit: "×",
      notes: `${seconds(percentile(gaps, 0.95))} against ${seconds(percentile(calm, 0.95))} s, ${gaps.length} ages`,
    }),
    atMost(1.1, median(gaps) / median(calm), {
      name: `${name}, age of what is shown, median, ÷ without reading the past`,
      unit: "×",
      notes: `${seconds(median(gaps))} against ${seconds(median(calm))} s`,
    }),
    atMost(0.5, throttled(ours ?? []) * 100, {
      name: `${name}, throttled`,
      unit: "%",
      notes: `without reading the past ${(throttled(control ?? []) * 100).toFixed(2)} %`,
    }),
    informs(past, { name: `${name}, requests for the past`, unit: "requests", notes: "more than without" }),
  ];
}

function isOfThePast({ operation, throttled }: Request): boolean {
  return !throttled && (operation === "ListPipelineExecutions" || operation === "ListActionExecutions");
}

function isOver(requests: readonly Request[]): boolean {
  const swept = sweptAt(requests);
  return swept !== undefined && (requests.at(-1)?.atMs ?? 0) - swept >= watchedMs;
}

/** When every pipeline was read once. */
function sweptAt(requests: readonly Request[]): number | undefined {
  const read = new Set<string>();
  for (const { operation, pipeline, throttled, atMs } of requests) {
    if (operation !== "GetPipelineState" || throttled || pipeline === null) continue;
    read.add(pipeline);
    if (read.size === pipelines) return atMs;
  }
  return undefined;
}

function gapsOf(requests: readonly Request[]): number[] {
  const fromMs = sweptAt(requests) ?? 0;
  return readGaps(requests, fromMs, fromMs + watchedMs);
}

function throttled(requests: readonly Request[]): number {
  const late = requests.filter(({ atMs }) => atMs - (requests[0]?.atMs ?? 0) >= 30_000);
  return late.filter((one) => one.throttled).length / late.length;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
