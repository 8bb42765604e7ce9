import { expect, test } from "vitest";
import type { Freshness } from "./freshness";
import { freshnessWithin } from "./freshness-within";

const at = (time: string) => `2026-11-21T${time}.000Z`;
const live = (time: string): Freshness => ({ kind: "live", asOf: at(time) });
const throttled: Freshness = {
  kind: "throttled",
  asOf: at("02:59:40"),
  since: at("03:00:00"),
  nextTryAt: at("03:00:20"),
};

test("what was read before the target's trouble shares it, with an age of its own", () => {
  expect(freshnessWithin(throttled, live("02:59:10"))).toEqual({ ...throttled, asOf: at("02:59:10") });
});

test("what was read since then is live, whatever else of the target is in trouble", () => {
  expect(freshnessWithin(throttled, live("03:00:05"))).toEqual(live("03:00:05"));
});

test("a trouble of its own is told before the target's", () => {
  const own: Freshness = { ...throttled, kind: "denied", permission: "codepipeline:GetPipelineExecution" };
  expect(freshnessWithin(throttled, own)).toBe(own);
});

test("a target that is well changes nothing", () => {
  const late: Freshness = { kind: "catching-up", asOf: null, read: 1, total: 2 };
  expect(freshnessWithin(live("03:00:00"), live("02:00:00"))).toEqual(live("02:00:00"));
  expect(freshnessWithin(late, live("02:00:00"))).toEqual(live("02:00:00"));
});
