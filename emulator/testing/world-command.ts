import fc from "fast-check";
import type { PipelineDeclaration } from "../engine/declaration";
import type { LiveWorld } from "./live-world";
import { type Move, moveArbitrary, pipelineNames } from "./move";
import { pipelineArbitrary } from "./pipeline-arbitrary";
import { playMove } from "./play-move";

/** How many moves were played: what a test promises is counted, not estimated. */
export interface MoveCount {
  played: number;
}

/** One move as fast-check plays and shrinks it; the model is what the world's events told. */
class WorldCommand implements fc.Command<MoveCount, LiveWorld> {
  readonly #move: Move;

  constructor(move: Move) {
    this.#move = move;
  }

  check(): boolean {
    return true;
  }

  run(count: MoveCount, live: LiveWorld): void {
    count.played += 1;
    playMove(live, this.#move);
  }

  toString(): string {
    return JSON.stringify(this.#move);
  }
}

interface WorldStart {
  seed: number;
  first: PipelineDeclaration[];
}

/** A world's seed and the pipelines it begins with. */
export const worldStarts: fc.Arbitrary<WorldStart> = fc.record({
  seed: fc.nat(1_000_000),
  first: fc.tuple(...pipelineNames.map(pipelineArbitrary)),
});

/** Up to `most` moves; `replayPath` is what fast-check printed beside the moves that failed. */
export function worldCommands(
  most: number,
  replayPath?: string,
): fc.Arbitrary<Iterable<fc.Command<MoveCount, LiveWorld>>> {
  return fc.commands([moveArbitrary.map((move) => new WorldCommand(move))], {
    maxCommands: most,
    size: "max",
    ...(replayPath !== undefined && { replayPath }),
  });
}
