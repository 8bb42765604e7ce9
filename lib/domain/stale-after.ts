/** After this long without an answer, data is no longer shown as the present. */
export const STALE_AFTER_MS = 60_000;
