import type { Instant } from "./instant";

const UNITS = [
  { ms: 86_400_000, name: "d" },
  { ms: 3_600_000, name: "h" },
  { ms: 60_000, name: "min" },
] as const;

/** How old something is, in the largest unit that fits, rounded down: `40 s`, `4 min`, `2 h`, `29 d`. */
export function formatAge(ageMs: number): string {
  const ms = Math.max(0, ageMs);
  const unit = UNITS.find((candidate) => ms >= candidate.ms);
  return unit ? `${Math.floor(ms / unit.ms)} ${unit.name}` : `${Math.floor(ms / 1000)} s`;
}

/** How long ago an instant was, milliseconds; 0 when it is still to come. `now`: epoch milliseconds. */
export function ageMs(at: Instant, now: number): number {
  return Math.max(0, now - Date.parse(at));
}
