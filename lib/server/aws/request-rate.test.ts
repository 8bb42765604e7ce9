import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Sent, sendTo } from "../testing/simulated-bucket";
import { afterEvent, afterOutage, firstRate, type RateEvent, type RequestRate } from "./request-rate";

const MINUTES_10 = 600_000;
const RATES = [5, 20, 50];
const LATENCIES = [5, 50, 200];

const served = (sent: readonly Sent[]) => sent.filter((one) => !one.throttled).length;
const throttledShare = (sent: readonly Sent[]) => 1 - served(sent) / sent.length;
const from = (sent: readonly Sent[], ms: number) => sent.filter(({ atMs }) => atMs >= ms);

/** Ideal ÷ actual time of the first 1,000 that are served. */
function coldSweep(sent: readonly Sent[], perSecond: number): number {
  const last = sent.filter((one) => !one.throttled)[999];
  return 1_000_000 / perSecond / (last?.atMs ?? Number.POSITIVE_INFINITY);
}

const buckets = RATES.flatMap((rate) =>
  [10, 2 * rate, 100].flatMap((burst) => LATENCIES.map((ms) => [rate, burst, ms] as const)),
);

describe("a bucket of unknown size:", () => {
  test.each(buckets)("%d a second, %d at once, %d ms away", (perSecond, burst, latencyMs) => {
    const { sent } = sendTo({ perSecond: () => perSecond, burst, latencyMs }, MINUTES_10);
    expect(coldSweep(sent, perSecond)).toBeGreaterThanOrEqual(0.89);
    const late = from(sent, 30_000);
    expect(throttledShare(late)).toBeLessThanOrEqual(0.005);
    expect(served(late) / ((MINUTES_10 - 30_000) / 1000) / perSecond).toBeGreaterThanOrEqual(0.98);
  });

  // Whatever is not taken at once is lost there, so every hesitation costs.
  test.each(RATES.flatMap((rate) => LATENCIES.map((ms) => [rate, ms] as const)))(
    "%d a second, never two at once, %d ms away",
    (perSecond, latencyMs) => {
      const { sent } = sendTo({ perSecond: () => perSecond, burst: 1, latencyMs }, MINUTES_10);
      expect(coldSweep(sent, perSecond)).toBeGreaterThanOrEqual(0.65);
      const late = from(sent, 30_000);
      expect(throttledShare(late)).toBeLessThanOrEqual(0.015);
      expect(served(late) / ((MINUTES_10 - 30_000) / 1000) / perSecond).toBeGreaterThanOrEqual(0.85);
    },
  );
});

test("after an outage a target is asked at an eighth of the rate, and in a few seconds as fast as before", () => {
  const answered = (rate: RequestRate, atMs: number) =>
    afterEvent(rate, { kind: "answered", atMs, sentAtMs: atMs, waited: true });
  const before: RequestRate = { ...firstRate(0), perSecond: 160 };
  let rate = afterOutage(before, 60_000);
  expect(rate.perSecond).toBe(20);
  let atMs = 61_000;
  for (; rate.perSecond < 160; atMs += 1000 / rate.perSecond) rate = answered(rate, atMs);
  expect(atMs - 61_000).toBeLessThanOrEqual(5000);
});

test("an outage makes no slow target slower", () => {
  for (const perSecond of [0.5, 2, 4, 8])
    expect(afterOutage({ ...firstRate(0), perSecond }, 0).perSecond).toBe(Math.min(4, perSecond));
});

const anyEvent = fc.record({
  kind: fc.constantFrom<RateEvent["kind"]>("answered", "answered", "answered", "throttled"),
  afterMs: fc.integer({ min: 0, max: 5000 }),
  latencyMs: fc.integer({ min: 0, max: 1000 }),
  waited: fc.boolean(),
});

test("whatever happens, the rate stays between its floor and its ceiling", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 100, noNaN: true }),
      fc.array(anyEvent, { maxLength: 300 }),
      (ceiling, events) => {
        let atMs = 0;
        let rate = firstRate(0, ceiling);
        for (const { kind, afterMs, latencyMs, waited } of events) {
          atMs += afterMs;
          rate = afterEvent(rate, { kind, atMs, sentAtMs: atMs - latencyMs, waited });
          expect(rate.perSecond).toBeLessThanOrEqual(ceiling);
          expect(rate.perSecond).toBeGreaterThanOrEqual(Math.min(0.5, ceiling));
          expect(rate.burst).toBeGreaterThanOrEqual(1);
          expect(rate.burst).toBeLessThanOrEqual(Math.max(1, ceiling));
        }
      },
    ),
  );
});

test("a ceiling below what AWS serves is never exceeded and never throttled", () => {
  const { sent } = sendTo({ perSecond: () => 20, burst: 40, latencyMs: 20 }, 120_000, { ceiling: 7 });
  expect(throttledShare(sent)).toBe(0);
  expect(served(from(sent, 60_000))).toBeGreaterThanOrEqual(7 * 59);
  expect(served(from(sent, 60_000))).toBeLessThanOrEqual(7 * 60 + 1);
});

test("after a storm in which nothing was served, it is back within half a minute", () => {
  fc.assert(
    fc.property(fc.constantFrom(...RATES), fc.constantFrom(...LATENCIES), (perSecond, latencyMs) => {
      const storm = (atMs: number) => (atMs >= 60_000 && atMs < 90_000 ? 0 : perSecond);
      const { sent } = sendTo({ perSecond: storm, burst: 10, latencyMs }, 180_000);
      const during = sent.filter(({ atMs }) => atMs >= 75_000 && atMs < 90_000);
      expect(during.length).toBeLessThanOrEqual(15);
      expect(served(from(sent, 120_000)) / 60 / perSecond).toBeGreaterThanOrEqual(0.9);
    }),
    { numRuns: 9 },
  );
});

test("when AWS serves half as much it is not asked for more for long, and when twice as much, it is found", () => {
  const changing = (atMs: number) => (atMs < 120_000 ? 20 : atMs < 240_000 ? 10 : 20);
  const { sent } = sendTo({ perSecond: changing, burst: 20, latencyMs: 50 }, 480_000);
  const slow = sent.filter(({ atMs }) => atMs >= 150_000 && atMs < 240_000);
  expect(throttledShare(slow)).toBeLessThanOrEqual(0.01);
  expect(served(slow) / 90 / 10).toBeGreaterThanOrEqual(0.9);
  expect(served(from(sent, 360_000)) / 120 / 20).toBeGreaterThanOrEqual(0.9);
});

test("what does not use its budget up learns nothing from it", () => {
  let rate = firstRate(0);
  for (let atMs = 1000; atMs < 100_000; atMs += 1000)
    rate = afterEvent(rate, { kind: "answered", atMs, sentAtMs: atMs - 20, waited: false });
  expect(rate.perSecond).toBe(4);
});

test("a rate that our own machine cannot use does not grow away from what is used", () => {
  let rate = firstRate(0);
  for (let atMs = 100; atMs < 60_000; atMs += 100)
    rate = afterEvent(rate, { kind: "answered", atMs, sentAtMs: atMs - 500, waited: true });
  expect(rate.perSecond).toBeLessThanOrEqual(40);
});

test("a throttle of what went out in a burst makes bursts smaller, not the rate", () => {
  const first = firstRate(0);
  const rate = afterEvent(first, { kind: "throttled", atMs: 100, sentAtMs: 50, waited: false });
  expect([rate.burst, rate.perSecond]).toEqual([first.burst / 2, first.perSecond]);
});
