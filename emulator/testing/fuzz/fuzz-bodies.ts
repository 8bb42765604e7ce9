import fc from "fast-check";
import { minute, second } from "../../engine/duration";
import { registry } from "../../operations/registry";
import { poolsOf } from "../../operations/testing/everything";
import { bodyArbitrary } from "./body-arbitrary";
import { FuzzedEmulator } from "./fuzzed-emulator";

/** Bodies of each operation between two looks at what there is to name. */
const bodiesInARound = 6;
const passing = [0, second, minute, 30 * minute, 61 * minute];

/** What came of fuzzing: how many bodies were sent, how many answers had each status, and which operations ever did something. */
export interface FuzzCount {
  sent: number;
  statuses: Map<number, number>;
  succeeded: Set<string>;
}

/** Deleting the pipelines all jobs belong to is rarer, so that there is something to do the rest with. */
function isDue(operation: string, round: number): boolean {
  return !/^Delete(Pipeline|Custom)/.test(operation) || round % 5 === 0;
}

/**
 * Sends as many bodies as asked for to an emulator's real door, signed, a round of all operations after another. Throws
 * with seed, operation and body for the first answer that the service's model does not have, and for a failure inside.
 */
export async function fuzzBodies({ seed, bodies }: { seed: number; bodies: number }): Promise<FuzzCount> {
  const emulator = new FuzzedEmulator(seed);
  const count: FuzzCount = { sent: 0, statuses: new Map(), succeeded: new Set() };
  await emulator.open();
  try {
    for (let round = 0; count.sent < bodies; round += 1) {
      emulator.turn(passing[round % passing.length] ?? 0);
      const pools = poolsOf(emulator.world, emulator.ctx);
      for (const { name, input } of registry.values()) {
        if (!isDue(name, round)) continue;
        const sampled = fc.sample(bodyArbitrary(input, pools), {
          seed: seed * 1_000_003 + round,
          numRuns: bodiesInARound,
        });
        for (const body of sampled) await sendOne(emulator, name, body, count, seed);
      }
    }
  } finally {
    await emulator.close();
  }
  return count;
}

async function sendOne(
  emulator: FuzzedEmulator,
  operation: string,
  body: Buffer,
  count: FuzzCount,
  seed: number,
): Promise<void> {
  const { status, problems } = await emulator.send(operation, body);
  count.sent += 1;
  count.statuses.set(status, (count.statuses.get(status) ?? 0) + 1);
  if (status === 200) count.succeeded.add(operation);
  if (problems.length === 0) return;
  const shown = body.toString("latin1").slice(0, 2000);
  throw new Error(
    `seed ${seed}, body ${count.sent}, ${operation}: ${problems.join("; ")}\nthe body was ${shown}`,
  );
}
