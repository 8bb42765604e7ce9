import { expect, test } from "vitest";
import type { Freshness } from "./freshness";
import { isRowDrained } from "./is-row-drained";

const NOW = Date.parse("2026-11-21T03:12:10.000Z");
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const live: Freshness = { kind: "live", asOf: ago(2) };

test("a live target vouches for no row that is denied alone", () => {
  const of = { freshness: live, repliedAt: ago(1) };
  expect(isRowDrained({ asOf: ago(300) }, of, NOW)).toBe(false);
  expect(isRowDrained({ asOf: ago(300), denied: "codepipeline:GetPipelineState" }, of, NOW)).toBe(true);
});

test("any other row is drained by its age", () => {
  expect(isRowDrained({ asOf: ago(60) }, { freshness: undefined, repliedAt: ago(1) }, NOW)).toBe(true);
});
