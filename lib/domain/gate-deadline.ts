import type { Instant } from "./instant";

/** After this long in front of a closed transition AWS no longer resumes an execution. */
export const RESUMES_WITHIN_MS = 30 * 86_400_000;

/** Until when opening a transition that closed at `closedAt` resumes what waits in front of it. */
export function resumesUntil(closedAt: Instant): Instant {
  return new Date(Date.parse(closedAt) + RESUMES_WITHIN_MS).toISOString();
}
