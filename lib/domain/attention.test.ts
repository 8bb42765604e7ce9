import { expect, test } from "vitest";
import { attentionRank, worstOf } from "./attention";
import { KNOWN_STANDINGS } from "./standing";

test("worst first: what wants a person, what moves, what is new, what rests, what was never read", () => {
  const shuffled = [
    "Succeeded",
    "NotYetRun",
    "Draining",
    "InProgress",
    "Queued",
    "ClosedGate",
    "Approval",
    "Failed",
    null,
  ];
  expect(shuffled.sort((a, b) => attentionRank(a) - attentionRank(b))).toEqual([
    "Failed",
    "Approval",
    "ClosedGate",
    "Queued",
    "InProgress",
    "Draining",
    "Succeeded",
    "NotYetRun",
    null,
  ]);
});

test("every known standing has a rank of its own kind, not that of a new one", () => {
  for (const standing of KNOWN_STANDINGS) expect(attentionRank(standing)).not.toBe(attentionRank("Draining"));
});

test("a standing named like a member of every object is a new one", () => {
  expect(attentionRank("constructor")).toBe(attentionRank("Draining"));
});

test("the worst of nothing is nothing, and of equals the first", () => {
  expect(worstOf([])).toBeUndefined();
  expect(worstOf(["Errored", "Failed"])).toBe("Errored");
});
