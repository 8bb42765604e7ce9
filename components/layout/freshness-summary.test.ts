import { expect, test } from "vitest";
import type { Freshness } from "@/lib/domain/freshness";
import { freshnessSummary } from "./freshness-summary";

const NOW = Date.parse("2026-11-21T03:12:00Z");
const live: Freshness = { kind: "live", asOf: "2026-11-21T03:11:58.000Z" };
const unasked: Freshness = { kind: "catching-up", asOf: "2026-11-21T03:01:00.000Z", read: 2, total: 6 };
const unread: Freshness = { kind: "catching-up", asOf: null, read: 0, total: 0 };
const trouble = {
  asOf: "2026-11-21T03:01:00.000Z",
  since: "2026-11-21T03:01:02.000Z",
  nextTryAt: "2026-11-21T03:12:30.000Z",
};
const throttled: Freshness = { kind: "throttled", ...trouble };
const silent: Freshness = { kind: "unreachable", ...trouble, reason: "no answer in 5 s", tries: 3 };

test.each([
  [[live, live], { fresh: 2, total: 2, tone: "live" }],
  [[live, unasked], { fresh: 1, total: 2, tone: "neutral" }],
  [[live, unread], { fresh: 1, total: 2, tone: "neutral" }],
  [[live, throttled], { fresh: 1, total: 2, tone: "wait" }],
  [[live, silent], { fresh: 1, total: 2, tone: "wait" }],
  [[silent, unasked], { fresh: 0, total: 2, tone: "bad" }],
])("only trouble is coloured, and all of it is red when nothing is fresh (%#)", (all, summary) => {
  expect(freshnessSummary(all, NOW)).toEqual(summary);
});
