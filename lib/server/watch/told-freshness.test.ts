import { expect, test } from "vitest";
import type { Freshness } from "@/lib/domain/freshness";
import { toldFreshness } from "./told-freshness";

const nowMs = Date.parse("2026-11-21T03:00:20.000Z");
const live: Freshness = { kind: "live", asOf: "2026-11-21T03:00:18.000Z", restMs: 20_000 };
const denied: Freshness = {
  kind: "denied",
  asOf: live.asOf,
  since: live.asOf,
  nextTryAt: live.asOf,
  permission: "codepipeline:ListPipelines",
};

test.each<[string, Freshness, number, Freshness]>([
  ["nothing waits", live, 0, live],
  ["a write takes its time", live, 5000, live],
  [
    "changes wait",
    live,
    12_000,
    { kind: "catching-up", asOf: "2026-11-21T03:00:08.000Z", read: 0, total: 42 },
  ],
  ["AWS is no better", denied, 12_000, denied],
])("how fresh is what viewers were told while %s", (_while, read, waitingMs, told) => {
  expect(toldFreshness(read, { waitingMs, total: 42, nowMs })).toEqual(told);
});
