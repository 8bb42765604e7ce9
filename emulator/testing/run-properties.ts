import { parseArgs } from "node:util";
import { fuzzBodies } from "./fuzz/fuzz-bodies";
import { playRandomWorlds } from "./random-worlds";

// Plays random moves until there were as many as asked for, or sends as many bodies as asked for. One line a minute or so; a failure ends it with what fast-check says.
const { values } = parseArgs({
  options: {
    steps: { type: "string", default: "1000000" },
    bodies: { type: "string" },
    seed: { type: "string", default: "1" },
    path: { type: "string" },
    "replay-path": { type: "string" },
  },
});

/** Bodies that are sent to one emulator. */
const bodiesPerSeed = 5000;

/** Worlds that are played under one seed; what fails among them is found again by that seed and its path. */
const worldsPerSeed = 50;
const movesPerWorld = 150;

function play(seed: number): number {
  const { path, "replay-path": replayPath } = values;
  return playRandomWorlds({
    seed,
    worlds: worldsPerSeed,
    moves: movesPerWorld,
    ...(path !== undefined && { path }),
    ...(replayPath !== undefined && { replayPath }),
  });
}

async function fuzz(wanted: number, first: number): Promise<number> {
  let sent = 0;
  for (let seed = first; sent < wanted; seed += 1) {
    try {
      const count = await fuzzBodies({ seed, bodies: Math.min(bodiesPerSeed, wanted - sent) });
      sent += count.sent;
      const statuses = [...count.statuses].map(([status, answers]) => `${answers} × ${status}`).join(", ");
      console.log(
        `seed ${seed}: ${sent} of ${wanted} bodies, every answer as the model has it (${statuses})`,
      );
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      console.error(`Again: npm run test:properties -- --bodies ${bodiesPerSeed} --seed ${seed}`);
      return 1;
    }
  }
  return 0;
}

function playAll(wanted: number, first: number): number {
  let played = 0;
  for (let seed = first; played < wanted; seed += 1) {
    try {
      played += play(seed);
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      console.error(
        `Again: npm run test:properties -- --seed ${seed} (after ${played} moves of earlier seeds)`,
      );
      return 1;
    }
    if (values.path !== undefined) return 0;
    console.log(`seed ${seed}: ${played} of ${wanted} moves, no invariant broken`);
  }
  return 0;
}

async function main(): Promise<number> {
  const { bodies } = values;
  const wanted = Number(bodies ?? values.steps);
  const first = Number(values.seed);
  if (!Number.isInteger(wanted) || wanted < 1 || !Number.isInteger(first)) {
    console.error("--steps, --bodies and --seed must be whole numbers, --steps and --bodies 1 or more.");
    return 2;
  }
  return bodies === undefined ? playAll(wanted, first) : await fuzz(wanted, first);
}

process.exitCode = await main();
