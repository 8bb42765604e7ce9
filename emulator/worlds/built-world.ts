import type { World } from "../engine/world";

/** A world that is ready to be asked. */
export interface BuiltWorld {
  world: World;
  /** Told before its clock moves to `instant` (epoch ms), so that what lives in it can prepare for a long way. */
  expectJump(instant: number): void;
}

/** A world in which nothing happens but what was begun. */
export function stillWorld(world: World): BuiltWorld {
  return { world, expectJump() {} };
}
