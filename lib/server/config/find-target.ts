import "server-only";
import type { TargetConfig } from "./config";
import { getConfig } from "./get-config";

/** The target of this id; undefined when the configuration has none, or no longer. Throws ConfigError. */
export function findTarget(id: string): TargetConfig | undefined {
  return getConfig().targets.find((target) => target.id === id);
}
