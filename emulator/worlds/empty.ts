import { World } from "../engine/world";

/** No pipelines anywhere. */
export function buildEmpty(seed: number, now: number): World {
  return new World({ seed, now });
}
