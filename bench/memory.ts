import { setTimeout as delay } from "node:timers/promises";
import { WordedError } from "../scripts/processes/worded-error";
import { controlEmulator } from "../scripts/testing/emulator-control";
import { readJson } from "../scripts/testing/session";
import { startApplication } from "./harness/application";
import { atMost, informs } from "./harness/figure";
import { median } from "./harness/median";
import { runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";
import { untilRead } from "./harness/until-read";
import { openCrowd } from "./live/open-crowd";
import { memoryMb } from "./start/process-memory";

const pipelines = quickOr(500, 10_000);
const streams = quickOr(50, 500);
const lookMs = quickOr(30_000, 300_000);
const sampleMs = 5000;
/** Pipelines that something happens to between two samples. */
const changing = 20;

await runBench("memory", async (bench) => {
  const app = await startApplication(bench, {
    name: "scale",
    world: ["--world", "scale", "--pipelines", String(pipelines), "--executions", "1"],
  });
  console.log(`Reading ${pipelines} pipelines once ...`);
  await untilRead(app, pipelines, 900_000);
  const viewers = await openCrowd(app, streams);
  console.log(`${streams} viewers look for ${lookMs / 1000} s while pipelines run ...`);
  const { items } = await readJson<{ items: { name: string }[] }>(app.url, app.session, "/api/pipelines");
  const samples: number[] = [];
  const endAt = performance.now() + lookMs;
  for (let turn = 0; performance.now() < endAt; turn += 1) {
    for (let index = 0; index < changing; index += 1) {
      const pipeline = items[(turn * changing + index) % items.length]?.name ?? "";
      await controlEmulator(app.emulator, "POST", "/revisions", {
        account: "111122223333",
        region: "eu-west-1",
        pipeline,
        action: "code",
      });
    }
    samples.push((await memoryMb(process.pid)).server);
    await delay(sampleMs);
  }
  const gone = viewers.filter(({ ended }) => ended !== undefined);
  if (gone.length > 0) throw new WordedError(`${gone.length} streams ended: ${gone[0]?.ended}.`);
  const messages = viewers.reduce((sum, viewer) => sum + viewer.messages, 0);
  for (const viewer of viewers) viewer.close();
  console.log(`  ${samples.map((value) => Math.round(value)).join(" ")} MB`);
  const third = Math.max(1, Math.floor(samples.length / 3));
  return [
    atMost(600, Math.max(...samples), {
      name: `memory: server with ${pipelines} pipelines and ${streams} viewers`,
      unit: "MB",
      notes: `most of ${samples.length} samples in ${lookMs / 1000} s; ${messages} messages sent`,
    }),
    atMost(1.1, median(samples.slice(-third)) / median(samples.slice(0, third)), {
      name: "memory: last third ÷ first third",
      unit: "×",
      notes: "flat: what is kept does not grow with time",
    }),
    informs(samples[0] ?? Number.NaN, {
      name: "memory: at the start",
      unit: "MB",
      notes: "everything read once",
    }),
  ];
});
