import type { Instant } from "./instant";
import { clockTime, exactInstant } from "./instant-words";

/** The day of an instant in UTC, `12 Oct`, with its year when that is not the year of `today` (`2026-11-21`). */
export function dayWords(at: Instant, today: string): string {
  const [, day, year] = /^(\d{1,2} \w{3}) (\d{4}),/.exec(exactInstant(at)) ?? [];
  if (day === undefined) return at;
  return year === today.slice(0, 4) ? day : `${day} ${year}`;
}

/** An instant in UTC as a list shows it: `03:06` today, `20 Nov 23:58` on another day. `today`: `2026-11-21`. */
export function shortInstant(at: Instant, today: string): string {
  const time = clockTime(at).slice(0, 5);
  return at.slice(0, 10) === today ? time : `${dayWords(at, today)} ${time}`;
}
