import { elapsedMs } from "@/lib/domain/elapsed";
import { RESUMES_WITHIN_MS } from "@/lib/domain/gate-deadline";
import type { Instant } from "@/lib/domain/instant";

const DAY_MS = 86_400_000;
const WARN_WITHIN_MS = 7 * DAY_MS;

/** Who stands at a closed gate, the next first: `2 wait: 41fa0c7 is next, then 5512be0`. Undefined when nobody does. */
export function gateQueue(labels: readonly string[]): string | undefined {
  const [next, ...rest] = labels;
  if (next === undefined) {
    return undefined;
  }
  if (rest.length === 0) {
    return `${next} waits`;
  }
  const named = rest.slice(0, 2).join(", ");
  const more = rest.length > 2 ? ` and ${rest.length - 2} more` : "";
  return `${labels.length} wait: ${next} is next, then ${named}${more}`;
}

/** Milliseconds left in which opening still resumes what waits, once they are few; `over` when they have passed. */
export function gateExpiry(closedAt: Instant | undefined, now: number): number | "over" | undefined {
  const age = closedAt === undefined || now === 0 ? null : elapsedMs(closedAt, now);
  if (age === null || age < RESUMES_WITHIN_MS - WARN_WITHIN_MS) {
    return undefined;
  }
  return age >= RESUMES_WITHIN_MS ? "over" : RESUMES_WITHIN_MS - age;
}
