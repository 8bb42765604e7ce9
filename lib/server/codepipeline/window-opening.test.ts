import { expect, it } from "vitest";
import { windowOpening } from "./window-opening";

/** A Thursday. */
const since = "2025-11-20T09:00:30.000Z";

it.each([
  ["office hours in New York", { Cron: "* * 9-17 ? * MON-FRI *", TimeZone: "America/New_York" }, "20T14:00"],
  ["office hours, written with second and minute", { Cron: "0 0 12 ? * MON-FRI *" }, "20T12:00"],
  ["Saturday by Quartz's number", { Cron: "* * * ? * 7" }, "22T00:00"],
  ["the last day of the month", { Cron: "* * * L * ?" }, "30T00:00"],
  ["open already", { Cron: "* * * * * ?" }, "20T09:00"],
])("%s", (_what, configuration, opens) => {
  expect(windowOpening(configuration, since)).toBe(`2025-11-${opens}:00.000Z`);
});

it("the hour that summer time skips opens when the next one begins", () => {
  const berlin = { Cron: "* 30 2 * * ?", TimeZone: "Europe/Berlin" };
  expect(windowOpening(berlin, "2026-03-28T12:00:00.000Z")).toBe("2026-03-29T01:00:00.000Z");
});

it.each([
  [{}],
  [{ Cron: "nonsense" }],
  [{ Cron: "* * 99 * * ?" }],
  [{ Cron: "* * * * * ?", TimeZone: "Mars" }],
])("%j says nothing", (configuration) => {
  expect(windowOpening(configuration, since)).toBeUndefined();
});
