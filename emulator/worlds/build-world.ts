import type { WorldName } from "../door/emulator-options";
import { buildAcme } from "./acme";
import { type BuiltWorld, stillWorld } from "./built-world";
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

/** Makes a world whose clock stands at `now`. */
export function buildWorld(
  name: WorldName,
  { seed, now, life, pipelines, executions }: WorldOrder,
): BuiltWorld {
  switch (name) {
    case "acme":
      return buildAcme(seed, now, life);
    case "scale":
      return stillWorld(buildScale(seed, now, pipelines, executions));
    case "hostile":
      return stillWorld(buildHostile(seed, now));
    case "empty":
      return stillWorld(buildEmpty(seed, now));
  }
}
