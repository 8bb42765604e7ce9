const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long something took, to the second below an hour: `51 s`, `4 min 05 s`, `1 h 52 min`, `6 d 4 h`. */
export function formatDuration(durationMs: number): string {
  const ms = Math.max(0, durationMs);
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)} s`;
  if (ms >= HOUR_MS) return formatSpan(ms);
  return `${Math.floor(ms / MINUTE_MS)} min ${twoDigits((ms % MINUTE_MS) / SECOND_MS)} s`;
}

/** A wait or the time left, to the minute: `40 s`, `38 min`, `1 h 04 min`, `6 d 4 h`. */
export function formatSpan(spanMs: number): string {
  const ms = Math.max(0, spanMs);
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < DAY_MS) return `${Math.floor(ms / HOUR_MS)} h ${twoDigits((ms % HOUR_MS) / MINUTE_MS)} min`;
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  const days = `${Math.floor(ms / DAY_MS)} d`;
  return hours === 0 ? days : `${days} ${hours} h`;
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, "0");
}
