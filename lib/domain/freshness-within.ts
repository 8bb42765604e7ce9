import type { Freshness } from "./freshness";

/**
 * Freshness of something of a target that is read more seldom than the target: `own`, unless the target has got into
 * trouble since that was read; then the target's trouble, with the age of what is shown.
 */
export function freshnessWithin(target: Freshness, own: Freshness): Freshness {
  if (own.kind !== "live" || target.kind === "live" || target.kind === "catching-up") return own;
  return Date.parse(own.asOf) < Date.parse(target.since) ? { ...target, asOf: own.asOf } : own;
}
