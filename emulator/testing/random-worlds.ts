import fc from "fast-check";
import { LiveWorld } from "./live-world";
import { playMove } from "./play-move";
import { type MoveCount, worldCommands, worldStarts } from "./world-command";

/** How random worlds are made; `seed` and `path` are those fast-check names when one fails. */
export interface RandomWorlds {
  seed: number;
  worlds: number;
  /** Most moves in a world. */
  moves: number;
  path?: string;
  replayPath?: string;
}

/** Plays random moves in random worlds and answers how many; throws with a seed, a path and the shortest moves that break an invariant. */
export function playRandomWorlds({ seed, worlds, moves, path, replayPath }: RandomWorlds): number {
  const count: MoveCount = { played: 0 };
  fc.assert(
    fc.property(worldStarts, worldCommands(moves, replayPath), ({ seed: worldSeed, first }, commands) => {
      const live = new LiveWorld(worldSeed);
      for (const pipeline of first) playMove(live, { kind: "create", pipeline });
      fc.modelRun(() => ({ model: count, real: live }), commands);
      live.finish();
    }),
    { seed, numRuns: worlds, includeErrorInReport: true, ...(path !== undefined && { path }) },
  );
  return count.played;
}
