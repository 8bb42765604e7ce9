import "server-only";
import type { TargetConfig } from "../config/config";

/** Why nothing can be pressed at a target at all, in words; undefined when presses are on. */
export function pressesOff(target: TargetConfig): string | undefined {
  if (target.operatorRoleArn !== undefined) return undefined;
  return `Presses are off at ${target.name}: its configuration names no operatorRoleArn, the role that presses are signed with.`;
}
