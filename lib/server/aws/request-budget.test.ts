import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RequestBudget } from "./request-budget";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** How many of many requests get out within the time. */
async function letOut(budget: RequestBudget, forMs: number): Promise<number> {
  let out = 0;
  for (let i = 0; i < 500; i += 1) void budget.take().then(() => out++);
  await vi.advanceTimersByTimeAsync(forMs);
  return out;
}

test("lets out one second's worth at once, then its rate", async () => {
  expect(await letOut(new RequestBudget(10), 0)).toBe(10);
  expect(await letOut(new RequestBudget(10), 3000)).toBe(40);
});

test("a slow budget lets one out at once", async () => {
  expect(await letOut(new RequestBudget(0.5), 0)).toBe(1);
  expect(await letOut(new RequestBudget(0.5), 4000)).toBe(3);
});

test("halves when throttled, down to one in two seconds, and recovers slowly", () => {
  const budget = new RequestBudget(10);
  budget.throttled();
  expect(budget.perSecond()).toBe(5);
  for (let i = 0; i < 9; i += 1) budget.throttled();
  expect(budget.perSecond()).toBe(0.5);
  budget.answered();
  expect(budget.perSecond()).toBeCloseTo(0.7);
  for (let i = 0; i < 100; i += 1) budget.answered();
  expect(budget.perSecond()).toBe(10);
});

test("a press goes out before everything else that waits, and the rest keeps its order", async () => {
  const budget = new RequestBudget(1);
  const order: string[] = [];
  const ask = (name: string, urgency?: "press") => void budget.take(urgency).then(() => order.push(name));
  for (const name of ["first", "second", "third"]) ask(name);
  await vi.advanceTimersByTimeAsync(500);
  ask("press", "press");
  await vi.advanceTimersByTimeAsync(5000);
  expect(order).toEqual(["first", "press", "second", "third"]);
});

test("requests go out in the order of asking", async () => {
  const budget = new RequestBudget(2);
  const order: number[] = [];
  for (let i = 0; i < 6; i += 1) void budget.take().then(() => order.push(i));
  await vi.advanceTimersByTimeAsync(5000);
  expect(order).toEqual([0, 1, 2, 3, 4, 5]);
});
