import { expect, test } from "vitest";
import type { Freshness } from "./freshness";
import { isDrained } from "./row-drained";

const NOW = Date.parse("2026-11-21T03:12:10.000Z");
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const live: Freshness = { kind: "live", asOf: ago(2) };
const throttled: Freshness = { kind: "throttled", asOf: ago(400), since: ago(360), nextTryAt: ago(-12) };

test("a live target vouches for rows that were not due again", () => {
  expect(isDrained({ asOf: ago(300), freshness: live, repliedAt: ago(1) }, NOW)).toBe(false);
});

test("without a live target a row is drained a minute after it was read", () => {
  expect(isDrained({ asOf: ago(59), freshness: throttled, repliedAt: ago(1) }, NOW)).toBe(false);
  expect(isDrained({ asOf: ago(60), freshness: throttled, repliedAt: ago(1) }, NOW)).toBe(true);
  expect(isDrained({ asOf: ago(60), freshness: undefined, repliedAt: ago(1) }, NOW)).toBe(true);
});

test("after a minute of silence of our own server everything is drained", () => {
  expect(isDrained({ asOf: ago(61), freshness: live, repliedAt: ago(60) }, NOW)).toBe(true);
});

test("a row that was never read has no colour to lose", () => {
  expect(isDrained({ asOf: null, freshness: throttled, repliedAt: ago(90) }, NOW)).toBe(false);
});

test("a row is no older than the oldest of its target, also when nobody said so of the row itself", () => {
  const lately: Freshness = { ...throttled, asOf: ago(59) };
  expect(isDrained({ asOf: ago(900), freshness: lately, repliedAt: ago(1) }, NOW)).toBe(false);
  const unread: Freshness = { kind: "catching-up", asOf: null, read: 3, total: 9 };
  expect(isDrained({ asOf: ago(900), freshness: unread, repliedAt: ago(1) }, NOW)).toBe(true);
});
