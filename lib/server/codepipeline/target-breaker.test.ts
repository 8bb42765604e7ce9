import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { monotonic } from "../clock";
import { TargetBreaker } from "./target-breaker";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const AWAY = new Error("nobody is there");
const fails = () => Promise.reject(AWAY);

/** A breaker of a target that just failed as often as it takes, and how often something was sent since. */
async function broken() {
  const breaker = new TargetBreaker((error) => (error === AWAY ? "unreachable" : undefined));
  for (let failure = 0; failure < 2; failure += 1) await expect(breaker.call(fails)).rejects.toBe(AWAY);
  const sent = vi.fn(fails);
  return { breaker, sent };
}

function hoursBack(hours: number): void {
  vi.setSystemTime(Date.now() - hours * 3_600_000);
}

test("what was kept away is told with why, and nothing is sent", async () => {
  const { breaker, sent } = await broken();
  await expect(breaker.call(sent)).rejects.toBe(AWAY);
  expect(sent).not.toHaveBeenCalled();
  expect(breaker.holdMs(monotonic())).toBeGreaterThan(700);
});

test("a clock that is set back keeps nobody away for longer", async () => {
  const { breaker } = await broken();
  hoursBack(2);
  vi.advanceTimersByTime(1300);
  expect(await breaker.call(async () => "answer")).toBe("answer");
  expect(breaker.worksForMs(monotonic() + 5)).toBe(5);
  // As before it takes two failures.
  await expect(breaker.call(fails)).rejects.toBe(AWAY);
  expect(breaker.holdMs(monotonic())).toBe(0);
});

test("waits grow all the same, however often the clock is set back, and begin anew once it works", async () => {
  const { breaker, sent } = await broken();
  for (const [tries, waitMs] of [2000, 4000, 8000, 16_000].entries()) {
    hoursBack(1);
    vi.advanceTimersByTime(breaker.holdMs(monotonic()));
    await expect(breaker.call(sent)).rejects.toBe(AWAY);
    expect(sent).toHaveBeenCalledTimes(tries + 1);
    expect(breaker.holdMs(monotonic())).toBeGreaterThanOrEqual(waitMs * 0.75);
    expect(breaker.holdMs(monotonic())).toBeLessThanOrEqual(waitMs * 1.25 + 2);
    await expect(breaker.call(sent)).rejects.toBe(AWAY);
    expect(sent).toHaveBeenCalledTimes(tries + 1);
  }
  hoursBack(1);
  vi.advanceTimersByTime(breaker.holdMs(monotonic()));
  await breaker.call(async () => "answer");
  for (let failure = 0; failure < 2; failure += 1) await breaker.call(fails).catch(() => undefined);
  expect(breaker.holdMs(monotonic())).toBeLessThanOrEqual(1252);
});

test("one that answers with an error of its own works", async () => {
  const { breaker } = await broken();
  hoursBack(1);
  vi.advanceTimersByTime(1300);
  await expect(breaker.call(() => Promise.reject(new Error("denied")))).rejects.toThrow("denied");
  expect(breaker.holdMs(monotonic())).toBe(0);
  expect(breaker.worksForMs(monotonic() + 5)).toBe(5);
});
