import type { Pipeline } from "../../engine/record";
import type { SmallWorld } from "../../operations/testing/small-world";
import type { Chronicle, Told } from "../chronicle";

/** A world as an invariant sees it. */
export interface Watched {
  small: SmallWorld;
  chronicle: Chronicle;
  /** The records of a pipeline, for what no answer tells. */
  records(pipeline: string): Pipeline | undefined;
}

/** What looks after one invariant in one world; each answers in words what is broken, undefined while all is well. */
export interface Watch {
  /** After each event, in the middle of what the engine does. */
  sees?(told: Told): string | undefined;
  /** After each move. */
  looks?(): string | undefined;
  /** After the last move. */
  looksBack?(): string | undefined;
  /** After everything was opened and a long time has passed. */
  ends?(): string | undefined;
}

/** Something that is true whatever is done to a world. */
export interface Invariant {
  /** As emulator/INVARIANTS.md calls it. */
  title: string;
  watch(world: Watched): Watch;
}
