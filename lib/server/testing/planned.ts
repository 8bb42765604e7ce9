import "server-only";
import { LIMIT_MS, type Plan, type Turn } from "../watch/plan";

/** Of a small target. */
const LIMITS = { hotMs: LIMIT_MS.hot, restMs: LIMIT_MS.rest, restApartMs: 0, dueApartMs: 0 };
const QUIET = { ageMs: 0, held: false };

/** A pipeline that was read so long before the moment 1,000,000, or never. */
export function knowing(
  plan: Plan,
  name: string,
  ageMs: number | null,
  facts: { running?: boolean; shallow?: boolean } = {},
) {
  const readAt = ageMs === null ? null : { ms: 1e6 - ageMs, mono: 1e6 - ageMs };
  plan.know(name, { readAt, running: facts.running ?? false, shallow: facts.shallow ?? false });
}

/** What a plan has read next. */
export function next(plan: Plan, mono = 1e6, list: { ageMs: number | null; held: boolean } = QUIET): Turn {
  return plan.next({ nowMs: mono, mono }, list, LIMITS);
}

/** Names in the order in which they are read, each but once, until nothing is due. */
export function order(plan: Plan): string[] {
  const names: string[] = [];
  for (let turn = next(plan); turn.kind === "pipeline"; turn = next(plan)) {
    names.push(turn.name);
    plan.begin(turn.name);
  }
  return names;
}
