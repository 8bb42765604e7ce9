import { expect, test } from "vitest";
import type { Freshness } from "@/lib/domain/freshness";
import type { PipelineRecord } from "./pipeline-record";
import { isSettled, type Snapshot, withinTarget } from "./snapshot";

const NOW_MS = Date.parse("2026-11-21T03:12:10.000Z");
const ago = (seconds: number) => new Date(NOW_MS - seconds * 1000).toISOString();
const read = (seconds: number): Freshness => ({ kind: "live", asOf: ago(seconds) });
const behind: Freshness = { kind: "catching-up", asOf: null, read: 3, total: 9 };

test("a pipeline that was read long ago is live where its target is, and behind where that is", () => {
  expect(withinTarget(read(2), read(300), NOW_MS)).toEqual(read(300));
  expect(withinTarget(behind, read(300), NOW_MS)).toMatchObject({ kind: "catching-up", asOf: ago(300) });
});

test("a pipeline that was just read is live though its target is behind", () => {
  expect(withinTarget(behind, read(59), NOW_MS)).toEqual(read(59));
});

test("trouble of its own is told whatever its target is", () => {
  const denied: Freshness = {
    ...{ kind: "denied", asOf: ago(300), since: ago(240), nextTryAt: ago(-12) },
    permission: "codepipeline:GetPipelineState",
  };
  for (const target of [read(2), behind]) expect(withinTarget(target, denied, NOW_MS)).toEqual(denied);
});

test("what was never read is waited for in a target of a hundred, not in a larger one", () => {
  const unread = (name: string): PipelineRecord => ({
    ...{ name, version: 1, listed: { name }, state: null, depth: null },
    ...{ kept: null, readAt: null, trouble: null },
  });
  const at = { nowMs: NOW_MS, mono: 1e6 };
  const settled = (pipelines: number, listReadAt: Snapshot["listReadAt"]) => {
    const records = Array.from({ length: pipelines }, (_, index) => unread(`p${index}`));
    return isSettled({ records, restMs: 15_000, listReadAt, listTrouble: null, trouble: null }, at);
  };
  const justNow = { ms: NOW_MS, mono: 1e6 };
  expect([0, 100, 101].map((pipelines) => settled(pipelines, justNow))).toEqual([true, false, true]);
  expect(settled(101, null)).toBe(false);
});
