import "server-only";
import { pressesOff } from "../aws/presses-off";
import { findTarget } from "../config/find-target";
import { ApiError } from "../errors";

/** Throws `presses.off` when the target has no role that presses could be signed with. */
export function requirePressesOn(targetId: string): void {
  const target = findTarget(targetId);
  const why = target && pressesOff(target);
  if (why !== undefined) throw new ApiError("presses.off", why);
}
