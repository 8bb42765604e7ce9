import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PipelineChange } from "@/lib/contract/live";
import { followInbox } from "./inbox-changes";

const change = (facts: Partial<PipelineChange>): PipelineChange => ({
  target: "prod-eu",
  name: "shop",
  version: 8,
  ...facts,
});

function following() {
  const client = new QueryClient();
  const asked = vi.spyOn(client, "invalidateQueries");
  /** Of each time, list and count. */
  return { client, inbox: followInbox(client), times: () => asked.mock.calls.length / 2 };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a change that leaves alone what needs a person asks for nothing", () => {
  const { inbox, times } = following();
  inbox.heard([
    change({ set: { percentComplete: 40 } }),
    change({}),
    change({ set: { status: "InProgress" } }),
  ]);
  expect(times()).toBe(0);
  inbox.heard([change({ set: { status: "Failed" }, inbox: true })]);
  expect(times()).toBe(1);
});

test.each<[string, Partial<PipelineChange>]>([
  ["is gone", { gone: true }],
  ["needs a person for something its row does not show", { inbox: true }],
])("a pipeline that %s has the inbox asked for", (_, facts) => {
  const { inbox, times } = following();
  inbox.heard([change(facts)]);
  expect(times()).toBe(1);
});

test("however many changes come, it is asked once, and once more after a while", () => {
  const { inbox, times } = following();
  for (let version = 8; version < 60; version += 1) inbox.heard([change({ version, inbox: true })]);
  expect(times()).toBe(1);
  vi.advanceTimersByTime(2000);
  expect(times()).toBe(2);
  vi.advanceTimersByTime(60_000);
  expect(times()).toBe(2);
});

test("a stream that begins where the inbox stands has it asked for nothing; one beyond it does", () => {
  const { client, inbox, times } = following();
  inbox.begun({ "prod-eu": 9 });
  expect(times()).toBe(0);
  client.setQueryData(["inbox-count"], { versions: { "prod-eu": 8 } });
  inbox.begun({ "prod-eu": 8 });
  expect(times()).toBe(0);
  inbox.begun({ "prod-eu": 9 });
  expect(times()).toBe(1);
});

test("who stopped following asks for nothing more", () => {
  const { inbox, times } = following();
  inbox.anew();
  inbox.anew();
  inbox.stop();
  vi.advanceTimersByTime(60_000);
  expect(times()).toBe(1);
});
