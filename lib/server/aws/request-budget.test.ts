import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Leave, RequestBudget } from "./request-budget";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** How many of many requests get out within the time, all but answered. */
async function letOut(budget: RequestBudget, forMs: number): Promise<number> {
  let out = 0;
  for (let i = 0; i < 500; i += 1) void budget.take().then(() => out++);
  await vi.advanceTimersByTimeAsync(forMs);
  return out;
}

test("lets a few out at once, then four a second while nothing is answered", async () => {
  expect(await letOut(new RequestBudget(), 0)).toBe(10);
  expect(await letOut(new RequestBudget(), 3000)).toBe(22);
});

test("a low ceiling is kept from the first request on", async () => {
  expect(await letOut(new RequestBudget(0.5), 0)).toBe(1);
  expect(await letOut(new RequestBudget(0.5), 4000)).toBe(3);
  expect(await letOut(new RequestBudget(2), 4000)).toBe(10);
});

test("with every answer that was waited for it lets out more, until one is throttled", async () => {
  const budget = new RequestBudget();
  const answer = async () => {
    for (;;) budget.answered(await budget.take());
  };
  void answer();
  await vi.advanceTimersByTimeAsync(4000);
  expect(budget.perSecond()).toBeGreaterThan(16);
  const leave = await waitedFor(budget);
  const before = budget.perSecond();
  budget.throttled(leave);
  expect(budget.perSecond()).toBeLessThan(before);
});

/** A leave that had to be waited for. */
async function waitedFor(budget: RequestBudget): Promise<Leave> {
  const leaves = Array.from({ length: 20 }, () => budget.take());
  await vi.advanceTimersByTimeAsync(10_000);
  const all = await Promise.all(leaves);
  const last = all.at(-1);
  if (!last?.waited) throw new Error("nothing had to wait");
  return last;
}

test("after a throttle nothing goes out before AWS's bucket holds a request again", async () => {
  const budget = new RequestBudget();
  const leave = await waitedFor(budget);
  await vi.advanceTimersByTimeAsync(60_000);
  budget.throttled(leave);
  let out = 0;
  for (let i = 0; i < 5; i += 1) void budget.take().then(() => out++);
  await vi.advanceTimersByTimeAsync(1000 / budget.perSecond() - 1);
  expect(out).toBe(0);
  await vi.advanceTimersByTimeAsync(2);
  expect(out).toBe(1);
});

test("a press goes out before everything else that waits, then who looks, and the rest keeps its order", async () => {
  const budget = new RequestBudget(1);
  const order: string[] = [];
  const ask = (name: string, urgency?: "press" | "person") =>
    void budget.take(urgency).then(() => order.push(name));
  for (const name of ["first", "second", "third"]) ask(name);
  await vi.advanceTimersByTimeAsync(500);
  ask("looker", "person");
  ask("press", "press");
  await vi.advanceTimersByTimeAsync(6000);
  expect(order).toEqual(["first", "press", "looker", "second", "third"]);
});

test("however many look, one request in five is the watch's, and none before a press", async () => {
  const budget = new RequestBudget(1);
  const order: string[] = [];
  const ask = (name: "press" | "person" | "watch") => void budget.take(name).then(() => order.push(name));
  for (let i = 0; i < 3; i += 1) ask("watch");
  for (let i = 0; i < 40; i += 1) ask("person");
  await vi.advanceTimersByTimeAsync(2500);
  for (let i = 0; i < 5; i += 1) ask("press");
  await vi.advanceTimersByTimeAsync(12_000);
  const persons = (count: number) => Array.from({ length: count }, () => "person");
  const presses = Array.from({ length: 5 }, () => "press");
  expect(order).toEqual([...persons(3), ...presses, "person", "watch", ...persons(4), "watch"]);
});

test("while the watch waits for nothing, whoever looks has all of it", async () => {
  const budget = new RequestBudget(1);
  const order: string[] = [];
  const ask = (name: "person" | "watch") => void budget.take(name).then(() => order.push(name));
  for (let i = 0; i < 12; i += 1) ask("person");
  await vi.advanceTimersByTimeAsync(7500);
  ask("watch");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(order.indexOf("watch")).toBe(12);
});

test("requests go out in the order of asking", async () => {
  const budget = new RequestBudget(2);
  const order: number[] = [];
  for (let i = 0; i < 6; i += 1) void budget.take().then(() => order.push(i));
  await vi.advanceTimersByTimeAsync(5000);
  expect(order).toEqual([0, 1, 2, 3, 4, 5]);
});

test("what nobody waits for goes out while others rest, and never before them", async () => {
  const budget = new RequestBudget(20, 20);
  const order: string[] = [];
  for (let i = 0; i < 40; i += 1) void budget.take("spare").then(() => order.push("spare"));
  await vi.advanceTimersByTimeAsync(2000);
  expect(order.length).toBeGreaterThanOrEqual(9);
  expect(order.length).toBeLessThanOrEqual(11);
  const before = order.length;
  for (let i = 0; i < 60; i += 1) void budget.take("watch").then(() => order.push("watch"));
  await vi.advanceTimersByTimeAsync(2000);
  const meanwhile = order.slice(before);
  expect(meanwhile.filter((one) => one === "watch").length).toBeGreaterThanOrEqual(39);
  expect(meanwhile.filter((one) => one === "spare").length).toBeLessThanOrEqual(2);
});
