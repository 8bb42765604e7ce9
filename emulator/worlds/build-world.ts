import type { WorldName } from "../door/emulator-options";
import type { World } from "../engine/world";
import { buildAcme } from "./acme";
import type { BuiltWorld } from "./built-world";
import { buildEmpty } from "./empty";
import { buildHostile } from "./hostile";
import { buildScale } from "./scale";

/** What a world is made from; `now` is epoch milliseconds, the sizes are for `scale`. */
export interface WorldOrder {
  seed: number;
  now: number;
  /** Whether the people of `acme` go on working. */
  life: boolean;
  pipelines: number;
  executions: number;
}

function still(world: World): BuiltWorld {
  return { world, expectJump() {} };
}

/** Makes a world whose clock stands at `now`. */
export function buildWorld(
  name: WorldName,
  { seed, now, life, pipelines, executions }: WorldOrder,
): BuiltWorld {
  switch (name) {
    case "acme":
      return buildAcme(seed, now, life);
    case "scale":
      return still(buildScale(seed, now, pipelines, executions));
    case "hostile":
      return still(buildHostile(seed, now));
    case "empty":
      return still(buildEmpty(seed, now));
  }
}
