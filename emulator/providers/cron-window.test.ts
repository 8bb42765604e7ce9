import { describe, expect, it } from "vitest";
import { day, hour, minute } from "../engine/duration";
import { isTimeZone, untilWindow } from "./cron-window";

/** Thursday 2025-11-20 09:00:30 UTC. */
const now = Date.UTC(2025, 10, 20, 9, 0, 30);
const toNextMinute = 30_000;

describe("untilWindow", () => {
  it.each([
    ["always open", "* * * * * *", "UTC", 0],
    ["office hours, inside", "* * 9-17 ? * MON-FRI *", "UTC", 0],
    [
      "office hours in New York, where it is 4 in the morning",
      "* * 9-17 ? * MON-FRI *",
      "America/New_York",
      5 * hour - 30_000,
    ],
    ["weekend", "* * * ? * SAT,SUN", "UTC", 2 * day - 9 * hour - 30_000],
    ["every quarter of an hour", "0 0/15 * * * ?", "UTC", 0],
    ["five past", "0 5 * * * ?", "UTC", 4 * minute + toNextMinute],
    ["every third minute", "0 */7 9 * * ?", "UTC", 0],
    ["December", "* * * ? DEC *", "UTC", 11 * day - 9 * hour - 30_000],
    ["the first of next month", "* * * 1 * ?", "UTC", 11 * day - 9 * hour - 30_000],
    ["next year", "* * * * * ? 2026", "UTC", 42 * day - 9 * hour - 30_000],
  ])("%s: %s in %s opens in %i ms", (_what, cron, timeZone, waitMs) => {
    expect(untilWindow(cron, timeZone, now, 60 * day)).toBe(waitMs);
  });

  it("has no answer for a window that does not open in time", () => {
    expect(untilWindow("* * * ? * SAT", "UTC", now, day)).toBeUndefined();
    expect(untilWindow("nonsense", "UTC", now, hour)).toBe(0);
    expect(untilWindow("* x * * * *", "UTC", now, hour)).toBeUndefined();
  });
});

describe("isTimeZone", () => {
  it("knows time zones from other words", () => {
    expect([isTimeZone("Europe/Berlin"), isTimeZone("Mars/North")]).toEqual([true, false]);
  });
});
