import type { Instant } from "./instant";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Time of day in UTC, `03:06:10`; the text itself when it is no instant. */
export function clockTime(at: Instant): string {
  return /^\d{4}-\d\d-\d\dT(\d\d:\d\d:\d\d)/.exec(at)?.[1] ?? at;
}

/** The exact instant for people, `21 Nov 2026, 03:06:10 UTC`; the text itself when it is no instant. */
export function exactInstant(at: Instant): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)/.exec(at) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? at : `${Number(day)} ${name} ${year}, ${time} UTC`;
}
