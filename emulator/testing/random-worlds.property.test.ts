import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LiveWorld } from "./live-world";
import { moveArbitrary } from "./move";
import { playMove } from "./play-move";
import { playRandomWorlds } from "./random-worlds";
import { worldStarts } from "./world-command";

/** Everything a world tells, as text. */
function told(live: LiveWorld): string {
  const { small } = live;
  const names = [...live.chronicle.pipelines.keys()];
  const shown = names.map((name) => [small.stages(name), small.executions(name), small.actionRuns(name)]);
  return JSON.stringify([shown, small.world.events.after(0)]);
}

describe("random worlds", () => {
  it("20,000 moves break no invariant", { timeout: 600_000 }, () => {
    let played = 0;
    for (let seed = 1; played < 20_000; seed += 1)
      played += playRandomWorlds({ seed, worlds: 20, moves: 150 });
    expect(played).toBeGreaterThanOrEqual(20_000);
  });

  it("the same seed and the same calls give the same bytes", () => {
    fc.assert(
      fc.property(
        worldStarts,
        fc.array(moveArbitrary, { minLength: 20, maxLength: 60 }),
        ({ seed, first }, moves) => {
          const [one, two] = [1, 2].map(() => {
            const live = new LiveWorld(seed);
            for (const pipeline of first) playMove(live, { kind: "create", pipeline });
            for (const move of moves) playMove(live, move);
            return told(live);
          });
          expect(one).toBe(two);
        },
      ),
      { numRuns: 30 },
    );
  });
});
