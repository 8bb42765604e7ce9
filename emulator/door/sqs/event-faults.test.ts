import { afterEach, beforeEach, expect, test } from "vitest";
import { control } from "../sdk-for-tests";
import { type RunningEmulator, startEmulator } from "../start";
import {
  createPipeline,
  createWaitingPipeline,
  QueueForTests,
  statesOf,
  WAITING_STATES,
} from "./queue-for-tests";

let emulator: RunningEmulator;
let queue: QueueForTests;

beforeEach(async () => {
  emulator = await startEmulator({ port: 0, world: "empty", clock: "manual" });
  queue = new QueueForTests(emulator.url);
});
afterEach(() => emulator.close());

async function fault(body: Record<string, unknown>): Promise<void> {
  expect(await control(emulator.url, "POST", "/faults", body)).toEqual({ status: 200, body: {} });
}

async function logged(): Promise<number> {
  const { body } = await control(emulator.url, "GET", "/events");
  return (body.items as unknown[]).length;
}

test("lostEvents: an event does not reach the queue, the log of events has it", async () => {
  await fault({ kind: "lostEvents", times: 2 });
  await createWaitingPipeline(emulator.url);
  expect(statesOf(await queue.drain())).toEqual(WAITING_STATES.slice(2));
  expect(await logged()).toBe(7);
});

test("duplicateEvents: an event comes in two messages with the same id", async () => {
  await fault({ kind: "duplicateEvents", times: 1 });
  await createWaitingPipeline(emulator.url);
  const events = await queue.drain();
  expect(events).toHaveLength(8);
  expect(events[0]).toEqual(events[1]);
  expect(new Set(events.map(({ id }) => id)).size).toBe(7);
});

test("reorderEvents: an event comes after the one that follows it", async () => {
  await fault({ kind: "reorderEvents", times: 1 });
  await createWaitingPipeline(emulator.url);
  const [first, second, ...rest] = WAITING_STATES;
  expect(statesOf(await queue.drain())).toEqual([second, first, ...rest]);
});

test("reorderEvents on every event swaps them two by two and loses none", async () => {
  await fault({ kind: "reorderEvents", rate: 1 });
  await createWaitingPipeline(emulator.url);
  expect(statesOf(await queue.drain())).toEqual([1, 0, 3, 2, 5, 4, 6].map((index) => WAITING_STATES[index]));
});

test("an event that is held back counts as delayed and is let go when the faults are cleared", async () => {
  await fault({ kind: "reorderEvents", rate: 1 });
  await createPipeline(emulator.url);
  const names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesDelayed"] as const;
  expect(await queue.attributes(...names)).toEqual({ [names[0]]: "2", [names[1]]: "1" });
  await control(emulator.url, "DELETE", "/faults");
  expect(await queue.attributes(...names)).toEqual({ [names[0]]: "3", [names[1]]: "0" });
});

test("only events of the named account and region are struck", async () => {
  await fault({ kind: "lostEvents", account: "444455556666" });
  await fault({ kind: "lostEvents", region: "us-east-1" });
  await createWaitingPipeline(emulator.url);
  await createWaitingPipeline(emulator.url, "444455556666");
  expect(await queue.drain()).toHaveLength(7);
  expect(await new QueueForTests(emulator.url, { account: "444455556666" }).drain()).toEqual([]);
});

test("a rate of 0 strikes nothing, and some are struck at a half", async () => {
  await fault({ kind: "lostEvents", rate: 0 });
  await createWaitingPipeline(emulator.url);
  expect(await queue.drain()).toHaveLength(7);
  await control(emulator.url, "POST", "/reset", { seed: 5 });
  await fault({ kind: "duplicateEvents", rate: 0.5 });
  await createWaitingPipeline(emulator.url);
  const events = await queue.drain();
  expect(events.length).toBeGreaterThan(7);
  expect(events.length).toBeLessThan(14);
});

test("event faults take no operation and no latency", async () => {
  for (const extra of [{ operation: "ListPipelines" }, { latencyMs: 5 }]) {
    const answer = await control(emulator.url, "POST", "/faults", { kind: "lostEvents", ...extra });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(/^(operation|latencyMs) is about requests; kind lostEvents takes/);
  }
});
