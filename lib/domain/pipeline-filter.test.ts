import fc from "fast-check";
import { expect, test } from "vitest";
import type { PipelineRow } from "./pipeline";
import { matchesFilter, parseFilter } from "./pipeline-filter";

const ROW: PipelineRow = {
  target: "prod-eu",
  name: "checkout-web",
  executionMode: "QUEUED",
  status: "Failed",
  running: 1,
  stations: [
    {
      stage: "Build",
      standing: "InProgress",
      train: { executionId: "1", label: "e41c9d2", kind: "run" },
      waiting: [],
      gateClosed: false,
    },
    {
      stage: "Prod",
      standing: "Failed",
      revision: "3ad8c55",
      waiting: [{ executionId: "2", label: "41fa0c7", kind: "track" }],
      gateClosed: true,
    },
  ],
  sentence: { lead: "deploy-eu failed in Prod.", text: "Gate into Prod closed" },
  asOf: "2026-11-21T03:12:08.000Z",
};

function passes(text: string, part: Partial<PipelineRow> = {}): boolean {
  return matchesFilter({ ...ROW, ...part }, parseFilter(text));
}

test("an empty filter passes everything", () => {
  expect(passes("")).toBe(true);
  expect(passes("   ")).toBe(true);
});

test.each(["checkout", "PROD-EU", "deploy-eu failed", "gate closed", "3ad8c55", "e41c9", "41fa0c7"])(
  "the words of %j are found in name, target, sentence or revisions",
  (text) => expect(passes(text)).toBe(true),
);

test("every word must be found, and a word with a minus must not", () => {
  expect(passes("checkout orders")).toBe(false);
  expect(passes("checkout -gate")).toBe(false);
  expect(passes("checkout -orders")).toBe(true);
});

test("tokens of one key widen, tokens of different keys narrow", () => {
  expect(passes("status:failed,approval")).toBe(true);
  expect(passes("status:approval status:failed")).toBe(true);
  expect(passes("status:failed target:prod-us")).toBe(false);
  expect(passes("status:failed target:prod mode:queued name:check")).toBe(true);
});

test("a negated token passes only what has none of its values", () => {
  expect(passes("-status:succeeded")).toBe(true);
  expect(passes("-status:succeeded,failed")).toBe(false);
  expect(passes("-target:prod-eu")).toBe(false);
});

test("people's words for statuses are understood", () => {
  expect(passes("status:running", { status: "InProgress" })).toBe(true);
  expect(passes("status:gate", { status: "ClosedGate" })).toBe(true);
  expect(passes('status:"not yet run"', { status: "NotYetRun" })).toBe(true);
  expect(passes("status:unread", { status: null })).toBe(true);
  expect(passes("status:draining", { status: "Draining" })).toBe(true);
});

test("an unfinished token filters nothing, an unknown key is a word", () => {
  expect(passes("status:")).toBe(true);
  expect(parseFilter("sha:7b09f1e").words).toEqual([{ word: "sha:7b09f1e", negated: false }]);
});

test("quotes keep spaces together", () => {
  expect(parseFilter('name:"a b" "c d"')).toEqual({
    tokens: [{ key: "name", values: ["a b"], negated: false, text: 'name:"a b"' }],
    words: [{ word: "c d", negated: false }],
  });
});

test("no text makes it fail", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      matchesFilter(ROW, parseFilter(text));
    }),
  );
});
