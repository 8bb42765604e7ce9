import { expect, test } from "vitest";
import { freshnessWords } from "./freshness-words";

const NOW = Date.parse("2026-11-21T03:12:10.000Z");
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

test.each([
  [-2, "live, 2 s", "live"],
  [-14, "14 s old", "neutral"],
  [-360, "6 min old", "wait"],
])("a live target read %i s ago says %j", (seconds, words, tone) => {
  expect(freshnessWords({ kind: "live", asOf: at(seconds) }, NOW)).toMatchObject({ words, tone });
});

test("briefly, a live target says so while its oldest row is no later than planned", () => {
  expect(freshnessWords({ kind: "live", asOf: at(-16) }, NOW, { brief: true })).toEqual({
    tone: "live",
    glyph: null,
    words: "live",
  });
  expect(freshnessWords({ kind: "live", asOf: at(-31) }, NOW, { brief: true }).words).toBe("31 s old");
});

test("a large target is live for as long as its plan lets the oldest row rest", () => {
  const large = (seconds: number) => ({ kind: "live", asOf: at(seconds), restMs: 100_000 }) as const;
  expect(freshnessWords(large(-95), NOW)).toMatchObject({ words: "live, 1 min", tone: "live" });
  expect(freshnessWords(large(-125), NOW, { brief: true }).words).toBe("live");
  expect(freshnessWords(large(-131), NOW, { brief: true })).toMatchObject({
    words: "2 min old",
    tone: "wait",
  });
});

test.each([
  [-2, "live, 2 s", "live"],
  [-89, "1 min old", "neutral"],
  [-360, "6 min old", "wait"],
])("what has ended, read %i s ago, says %j: no warning between two reads", (seconds, words, tone) => {
  expect(freshnessWords({ kind: "live", asOf: at(seconds) }, NOW, { rests: true })).toMatchObject({
    words,
    tone,
  });
});

test("catching up is never shown as live, and counts while something was never read", () => {
  expect(freshnessWords({ kind: "catching-up", asOf: at(-2), read: 8, total: 9 }, NOW)).toMatchObject({
    words: "catching up, 2 s old",
    tone: "neutral",
  });
  expect(freshnessWords({ kind: "catching-up", asOf: at(-90), read: 8, total: 9 }, NOW).tone).toBe("wait");
  expect(freshnessWords({ kind: "catching-up", asOf: null, read: 3, total: 9 }, NOW).words).toBe(
    "catching up, 3 of 9",
  );
});

test("throttled says when it is tried again", () => {
  const throttled = { kind: "throttled" as const, asOf: at(-360), since: at(-300), nextTryAt: at(12) };
  expect(freshnessWords(throttled, NOW).words).toBe("throttled, next in 12 s");
  expect(freshnessWords(throttled, NOW, { brief: true }).words).toBe("throttled, 6 min old");
  expect(freshnessWords({ ...throttled, nextTryAt: at(-1) }, NOW).words).toBe("throttled, reading again");
});

test("unreachable and denied are red and say so", () => {
  const since = { asOf: null, since: at(-1320), nextTryAt: at(5) };
  expect(freshnessWords({ kind: "unreachable", ...since, reason: "refused", tries: 3 }, NOW)).toMatchObject({
    words: "unreachable, 22 min",
    tone: "bad",
  });
  expect(
    freshnessWords({ kind: "denied", ...since, permission: "codepipeline:ListPipelines" }, NOW),
  ).toMatchObject({
    words: "denied",
    tone: "bad",
  });
});
