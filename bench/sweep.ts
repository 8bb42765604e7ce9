import { startApplication } from "./harness/application";
import { atLeast, atMost, type Figure, informs } from "./harness/figure";
import { type Bench, runBench } from "./harness/run-bench";
import { isQuick, quickOr } from "./harness/settings";
import { followJournal } from "./sweep/journal";
import { isOver, sweepOf } from "./sweep/sweep-figures";

const pipelines = quickOr(200, 1000);
/** Requests a second that the emulator serves; the application is not told. */
const rates = isQuick() ? [20] : [5, 20, 50];

await runBench("sweep", async (bench) => {
  const figures: Figure[] = [];
  for (const rate of rates) figures.push(...(await coldSweep(bench, rate)));
  return figures;
});

/** Starts a server that knows nothing in front of an account of that size, and watches what it asks. */
async function coldSweep(bench: Bench, rate: number): Promise<Figure[]> {
  console.log(`${pipelines} pipelines, ${rate} requests a second ...`);
  const world = ["--world", "scale", "--pipelines", String(pipelines), "--rate", String(rate)];
  const { emulator, stop } = await startApplication(bench, { name: `rate-${rate}`, world });
  const requests = await followJournal(emulator, (until) => isOver(until, pipelines));
  await stop();
  const sweep = sweepOf(requests, pipelines);
  const idealSeconds = sweep.served / rate;
  const name = `sweep: ${rate}/s`;
  return [
    atLeast(0.85, idealSeconds / sweep.seconds, {
      name: `${name}, ideal ÷ actual time`,
      unit: "×",
      notes: `every pipeline read once after ${sweep.seconds.toFixed(1)} s, ${sweep.served} requests served`,
    }),
    atMost(0.5, sweep.throttledLate * 100, {
      name: `${name}, throttled after 30 s`,
      unit: "%",
      notes: `until then ${sweep.throttledEarly} requests were throttled`,
    }),
    informs(sweep.needed / rate / sweep.seconds, {
      name: `${name}, ideal ÷ actual time of what the sweep needs`,
      unit: "×",
      notes: `without what was read a second time meanwhile: ${(sweep.needed / pipelines).toFixed(2)} requests a pipeline`,
    }),
  ];
}
