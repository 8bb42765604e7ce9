import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesFilter } from "./filter-matching";
import type { PipelineRow } from "./pipeline";
import { parseFilter } from "./pipeline-filter";
import { tagBook } from "./pipeline-tags";

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

const BOOK = tagBook([
  {
    target: "prod-eu",
    sets: [
      { tags: { team: "checkout", tier: "1", Env: "Prod EU" }, pipelines: ["checkout-web"] },
      { tags: { team: "payments", tier: "10" }, pipelines: ["ledger"] },
    ],
  },
]);

function passes(text: string, part: Partial<PipelineRow> = {}): boolean {
  return matchesFilter({ ...ROW, ...part }, parseFilter(text), BOOK);
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
  expect(passes("-tag:team=payments")).toBe(true);
  expect(passes("-tag:team=checkout")).toBe(false);
});

test("people's words for statuses are understood", () => {
  expect(passes("status:running", { status: "InProgress" })).toBe(true);
  expect(passes("status:gate", { status: "ClosedGate" })).toBe(true);
  expect(passes('status:"not yet run"', { status: "NotYetRun" })).toBe(true);
  expect(passes("status:unread", { status: null })).toBe(true);
  expect(passes("status:draining", { status: "Draining" })).toBe(true);
});

test("a revision is found by its beginning, and by all of it", () => {
  expect(passes("sha:3ad8")).toBe(true);
  expect(passes("sha:3AD8C55aa00bb11cc22")).toBe(true);
  expect(passes("sha:41fa")).toBe(true);
  expect(passes("sha:ad8c")).toBe(false);
});

test("what waits is told by what it waits for", () => {
  expect(passes("waiting:gate")).toBe(true);
  expect(passes("waiting:queue")).toBe(false);
  expect(passes("waiting:approval")).toBe(false);
  expect(passes("waiting:approval", { status: "Approval" })).toBe(true);
});

test("a stage is there, or stands so", () => {
  expect(passes("stage:prod")).toBe(true);
  expect(passes("stage:Prod=failed stage:build=running")).toBe(true);
  expect(passes("stage:Prod=succeeded")).toBe(false);
  expect(passes("stage:Prod=gate")).toBe(true);
  expect(passes("stage:beta")).toBe(false);
});

test("a tag is there, or has the value; those of different keys narrow", () => {
  expect(passes("tag:team")).toBe(true);
  expect(passes("tag:TEAM=Checkout")).toBe(true);
  expect(passes('tag:env="prod eu"')).toBe(true);
  expect(passes("tag:team=payments,team=checkout")).toBe(true);
  expect(passes("tag:team=checkout tag:tier=2")).toBe(false);
  expect(passes("tag:owner")).toBe(false);
});

test("a value that some pipeline has is meant whole, one that none has is the beginning of one", () => {
  expect(passes("tag:team=check")).toBe(true);
  expect(passes("tag:te")).toBe(true);
  expect(passes("tag:tier=1")).toBe(true);
  expect(passes("tag:tier=1", { name: "ledger" })).toBe(false);
  expect(passes("tag:tier=10", { name: "ledger" })).toBe(true);
});

test("a key that is none of ours is looked for as a word", () => {
  expect(passes("prod:x")).toBe(false);
  expect(passes("fix:pay", { sentence: { text: "fix:pay rounding" } })).toBe(true);
});

test("names of members that every object has are no tags", () => {
  expect(passes("tag:constructor")).toBe(false);
  expect(passes("-tag:__proto__")).toBe(true);
});

test("no text makes it fail", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      matchesFilter(ROW, parseFilter(text), BOOK);
    }),
  );
});

test("in PARALLEL mode what runs is found by its revision, and what waits though the newest failed", () => {
  const side = (standing: string, labels?: string[]) => ({
    ...{ stage: standing, standing, waiting: [], gateClosed: false },
    ...{ count: labels?.length ?? 0, ...(labels && { labels }) },
  });
  const parallel: Partial<PipelineRow> = {
    executionMode: "PARALLEL",
    stations: [side("Approval", ["c0ffee1", "5512be0"]), side("Failed")],
    approvalExpiresAt: "2026-11-28T03:12:08.000Z",
  };
  expect(passes("sha:c0ffee1", parallel)).toBe(true);
  expect(passes(`sha:${"c0ffee1".padEnd(40, "2")}`, parallel)).toBe(true);
  expect(passes("5512b", parallel)).toBe(true);
  expect(passes("sha:3ad8c55", parallel)).toBe(false);
  expect(passes("status:failed waiting:approval", parallel)).toBe(true);
  expect(passes("waiting:approval", { ...parallel, approvalExpiresAt: undefined })).toBe(false);
});
