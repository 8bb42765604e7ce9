import type { Random } from "../clicks/random";
import type { Hands } from "./hands";
import type { Person, Pressed, Seen } from "./person";

/** One pipeline in which a press races the world. */
export type Track = {
  pipeline: string;
  /** SUPERSEDED, QUEUED or PARALLEL. */
  mode: string;
  /** An earlier execution that went through Ship. */
  good: string;
};

/** Who and what a race needs. */
export type Race = {
  person: Person;
  hands: Hands;
  random: Random;
  /** Moves the emulated clock. */
  pass: (ms: number) => Promise<void>;
};

/** How the world moves between what was seen and the press; `done` waits until it has moved. */
export type Move = { name: string; make: (race: Race, track: Track, seen: Seen) => Promise<void> };

/** What came of one race. `wrong` says what should not have happened. */
export type Verdict = { move: string; pressed: Pressed; wrong?: string; unnamed?: string };

/** The world moves before the press, or in the very moment of it. */
export async function racing<T>(
  { random }: Race,
  move: () => Promise<void>,
  press: () => Promise<T>,
): Promise<T> {
  if (random.chance(0.5)) {
    await move();
    return await press();
  }
  const [pressed] = await Promise.all([press(), move()]);
  return pressed;
}
