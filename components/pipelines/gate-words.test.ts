import { describe, expect, it } from "vitest";
import { gateExpiry, gateQueue } from "./gate-words";

const DAY_MS = 86_400_000;
const CLOSED = "2026-11-01T00:00:00.000Z";
const daysLater = (days: number) => Date.parse(CLOSED) + days * DAY_MS;

describe("gateQueue", () => {
  it.each([
    [[], undefined],
    [["a"], "a waits"],
    [["a", "b"], "2 wait: a is next, then b"],
    [["a", "b", "c", "d", "e"], "5 wait: a is next, then b, c and 2 more"],
  ])("says %j as %s", (labels, words) => {
    expect(gateQueue(labels)).toBe(words);
  });
});

describe("gateExpiry", () => {
  it("is silent for weeks, then counts down to the thirtieth day, then says it is over", () => {
    expect(gateExpiry(CLOSED, daysLater(3))).toBeUndefined();
    expect(gateExpiry(CLOSED, daysLater(25))).toBe(5 * DAY_MS);
    expect(gateExpiry(CLOSED, daysLater(31))).toBe("over");
    expect(gateExpiry(undefined, daysLater(31))).toBeUndefined();
    expect(gateExpiry(CLOSED, 0)).toBeUndefined();
  });
});
