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

const target: TargetConfig = {
  id: "t",
  name: "Test",
  account: "111122223333",
  region: "eu-west-1",
  include: [],
  exclude: [],
};

function following(): TargetWatch {
  const watch = new TargetWatch(target);
  void watch.follow({ look: () => undefined, hint: () => undefined, readNow: async () => undefined });
  return watch;
}

test("a target that this process follows is not live any more when nobody told of it for a while", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const watch = following();
  watch.tell({ version: 1, freshness: live, listReadAtMs: 1 });
  expect(watch.freshness()).toEqual(live);
  vi.advanceTimersByTime(10_001);
  expect(watch.freshness()).toEqual({ ...unknown, total: 0 });
  vi.useRealTimers();
});

test("why a pipeline never could be read stays known when a sign of life from before it is told", () => {
  const watch = following();
  const failure = { kind: "denied", code: "AccessDenied", message: "no", ambiguous: false } as const;
  const trouble = { failure, sinceMs: 1, tries: 1, nextTryAtMs: 1, nextTryMono: 1 };
  const shop = { name: "shop", gone: false, listed: {}, state: null, trouble, depth: null, readAtMs: null };
  watch.apply([{ ...shop, version: 2 }], { version: 2 });
  watch.tell({ version: 1, freshness: live, listReadAtMs: 1, troubles: { failures: [], troubles: [] } });
  expect(watch.rows().map(({ sentence }) => sentence.lead)).toEqual(["Cannot be read."]);
});
