import { minute } from "../engine/duration";

const names: Readonly<Record<string, number>> = {
  ...numbered("SUN MON TUE WED THU FRI SAT"),
  ...numbered("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
};

function numbered(words: string): Record<string, number> {
  return Object.fromEntries(words.split(" ").map((word, index) => [word, index + 1]));
}

function numberOf(word: string): number {
  return names[word.toUpperCase()] ?? Number(word);
}

/** One field of a Quartz expression: lists of values, ranges and steps. */
function fieldMatches(field: string, value: number): boolean {
  return field.split(",").some((part) => {
    const [range = "", step] = part.split("/");
    const [low = "", high] = range.split("-");
    if (low === "*" || low === "?") return step === undefined || value % Number(step) === 0;
    const from = numberOf(low);
    const to = high === undefined ? (step === undefined ? from : Number.POSITIVE_INFINITY) : numberOf(high);
    return value >= from && value <= to && (step === undefined || (value - from) % Number(step) === 0);
  });
}

/** Hours of every time zone begin at a full quarter of an hour of UTC. */
const quarter = 15 * minute;

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** Reads an instant as the fields of a Quartz expression in a time zone: minute, hour, day, month, weekday, year. */
function fieldReader(timeZone: string): (instant: number) => number[] {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    weekday: "short",
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const read = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
    const weekday = weekdays.indexOf(parts.get("weekday") ?? "") + 1;
    return [read("minute"), read("hour"), read("day"), read("month"), weekday, read("year")];
  };
}

/** True for a name of a time zone this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Milliseconds from `now` (epoch ms) until a Quartz expression (seconds, minutes, hours, day of month, month, day of
 * week, optional year) matches in the time zone; 0 when it does now; undefined when it does not within `limitMs`.
 * Seconds are not looked at: a window lasts whole minutes.
 */
export function untilWindow(
  cron: string,
  timeZone: string,
  now: number,
  limitMs: number,
): number | undefined {
  const [, minutes = "*", hours = "*", day = "*", month = "*", weekday = "*", year = "*"] = cron
    .trim()
    .split(/\s+/);
  const fields = [minutes, hours, day, month, weekday, year];
  const read = fieldReader(timeZone);
  let at = now - (now % minute);
  while (at - now <= limitMs) {
    const values = read(at);
    const missed = fields.findLastIndex((field, index) => !fieldMatches(field, values[index] ?? 0));
    if (missed < 0) return Math.max(0, at - now);
    at += missed === 0 ? minute : quarter - (at % quarter);
  }
  return undefined;
}
