import { expect, test, vi } from "vitest";
import type { Freshness } from "@/lib/domain/freshness";
import type { TargetConfig } from "../config/config";
import { TargetWatch } from "./target-watch";
import { ToldStanding } from "./told-standing";

const asOf = "2026-11-21T03:00:00.000Z";
const live: Freshness = { kind: "live", asOf };
const own = (): Freshness => ({
  kind: "unreachable",
  asOf,
  since: asOf,
  nextTryAt: asOf,
  reason: "x",
  tries: 1,
});
const unknown: Freshness = { kind: "catching-up", asOf, read: 0, total: 42 };

test.each([
  ["told just now", 0, live],
  ["told ten seconds ago", 10_000, live],
  ["told longer ago", 10_001, unknown],
])("how a target stands that was %s", (_when, agoMs, freshness) => {
  const told = new ToldStanding();
  told.begin(0);
  told.tell({ version: 1, freshness: live, listReadAtMs: 1 }, 50_000);
  expect(told.freshness(own, 42, 50_000 + agoMs)).toEqual(freshness);
});

test("who no longer watches believes what it knew by itself as long, unless told otherwise", () => {
  const told = new ToldStanding();
  told.begin(50_000);
  expect(told.freshness(own, 42, 60_000)).toEqual(own());
  expect(told.freshness(own, 42, 60_001)).toEqual(unknown);
  told.tell({ version: 1, freshness: live, listReadAtMs: 1 }, 70_000);
  expect(told.freshness(own, 42, 70_001)).toEqual(live);
});

test("a target that this process follows is not live any more when nobody told of it for a while", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const target: TargetConfig = {
    id: "t",
    name: "Test",
    account: "111122223333",
    region: "eu-west-1",
    include: [],
    exclude: [],
  };
  const watch = new TargetWatch(target);
  void watch.follow({ look: () => undefined, hint: () => undefined, readNow: async () => undefined });
  watch.tell({ version: 1, freshness: live, listReadAtMs: 1 });
  expect(watch.freshness()).toEqual(live);
  vi.advanceTimersByTime(10_001);
  expect(watch.freshness()).toEqual({ ...unknown, total: 0 });
  vi.useRealTimers();
});
