import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { removePostgres } from "../scripts/postgres/start-postgres";
import { startChild } from "../scripts/processes/managed-child";
import { freePort } from "../scripts/processes/port";
import { ensureBuilt } from "../scripts/production-build/ensure-built";
import { writeDemoConfig } from "../scripts/stack/demo-config";
import { startEmulator } from "../scripts/stack/emulator";
import { root } from "../scripts/stack/folders";
import { emulatorCredentials } from "../scripts/stack/server";
import { emptyApp, spawnEmptyApp } from "./harness/empty-app";
import { atMost, informs } from "./harness/figure";
import { interleave } from "./harness/interleave";
import { median } from "./harness/median";
import { ratio } from "./harness/ratio";
import { type Bench, runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";
import { memoryMb, type ProcessMemory } from "./start/process-memory";
import { timeToFirst200 } from "./start/time-to-first-200";

const memorySamples = 5;

await runBench("start", async (bench) => {
  await ensureBuilt(root, bench.shutdown);
  const start = await productionStart(bench);
  const empty = await emptyApp(bench.shutdown);
  const bare = async () => {
    const port = await freePort();
    return timeToFirst200(() => spawnEmptyApp(empty, port), `http://127.0.0.1:${port}/`);
  };
  console.log("Initialising the data folder ...");
  await start();
  await bare();
  const times = await interleave(quickOr(1, 7), { ours: start, bare, again: bare });
  for (const [name, values] of Object.entries(times))
    console.log(`  ${name.padEnd(6)} ${values.map(Math.round).join("  ")} ms`);
  console.log("Waiting until the server is idle ...");
  const idle: ProcessMemory[] = [];
  await start(async () => {
    await delay(quickOr(5_000, 45_000));
    for (let sample = 0; sample < memorySamples; sample += 1) {
      idle.push(await memoryMb(process.pid));
      await delay(1000);
    }
  });
  return [
    atMost(3, ratio(times.ours, times.bare), {
      name: "start: npm start ÷ bare Next",
      unit: "×",
      notes: `first 200 of /api/ready after ${Math.round(median(times.ours))} ms, PostgreSQL included, against ${Math.round(median(times.bare))} ms of the empty application`,
    }),
    informs(ratio(times.again, times.bare), { name: "start: noise", unit: "×", notes: "bare Next ÷ itself" }),
    atMost(250, median(idle.map(({ server }) => server)), {
      name: "start: idle memory of the server process",
      unit: "MB",
      notes: "resident, 42 pipelines watched, nobody signed in",
    }),
    informs(median(idle.map(({ launcher }) => launcher)), {
      name: "start: idle memory of what starts and ends it",
      unit: "MB",
      notes: "resident, both processes; PostgreSQL is not counted",
    }),
  ];
});

/** Answers what runs `npm start` (without npm itself) on a data folder of its own, against an emulator, and times it. */
async function productionStart({ folder, shutdown }: Bench) {
  const emulator = await startEmulator(["--port", "0", "--world", "acme"], "quiet");
  shutdown.add(() => emulator.child.stop());
  shutdown.add(() => removePostgres(path.join(folder, "postgres")));
  const config = writeDemoConfig(folder, emulator.url);
  return async (whileRunning?: () => Promise<void>): Promise<number> => {
    const port = await freePort();
    const spawn = () =>
      startChild({
        label: "npm start",
        args: [path.join(root, "scripts/run.mjs"), "start"],
        cwd: root,
        env: {
          ...withoutSettings(emulatorCredentials(process.env)),
          PIPEDECK_CONFIG: config,
          PIPEDECK_DATA: folder,
          HOST: "127.0.0.1",
          PORT: String(port),
        },
        output: "quiet",
      });
    return timeToFirst200(spawn, `http://127.0.0.1:${port}/api/ready`, whileRunning);
  };
}

function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, NEXTAUTH_URL: _public, NEXTAUTH_SECRET: _secret, ...rest } = env;
  return rest;
}
