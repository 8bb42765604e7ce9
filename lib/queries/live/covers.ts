import type { Versions } from "@/lib/contract/live";

/** Whether somebody who knows each target up to `known` misses nothing when told what came after `base`. */
export function covers(known: Versions, base: Versions): boolean {
  return Object.entries(base).every(([target, version]) => (known[target] ?? -1) >= version);
}
