import type { Receipt } from "./receipt";

/** Of presses that AWS accepted, the effect is looked for this long, milliseconds. */
export const LOOKED_FOR_MS = 24 * 3_600_000;

/** Whether the effect of an accepted press was not seen in all that time, so that nobody looks for it any more. */
export function isLeftUnseen({ state, sentAt }: Receipt, nowMs: number): boolean {
  return state === "accepted" && sentAt !== undefined && nowMs - Date.parse(sentAt) > LOOKED_FOR_MS;
}
