import fc from "fast-check";
import { expect, test } from "vitest";
import { filterHints } from "./filter-hints";
import { filterSuggestions } from "./filter-suggestions";
import { type FilterValues, filterValues } from "./filter-values";
import type { PipelineRow } from "./pipeline";
import { parseFilter } from "./pipeline-filter";
import { tagBook } from "./pipeline-tags";

const row = (name: string, target: string, stage: string, status: string): PipelineRow => ({
  target,
  name,
  executionMode: "SUPERSEDED",
  status,
  running: 0,
  stations: [{ stage, standing: status, waiting: [], gateClosed: false }],
  sentence: { text: "" },
  asOf: null,
});
const ROWS = [row("a", "prod-eu", "Prod", "Failed"), row("b", "dev eu", "Load test", "Draining")];
const BOOK = tagBook([
  { target: "prod-eu", sets: [{ tags: { team: "payments", env: "prod" }, pipelines: ["a"] }] },
  { target: "dev eu", sets: [{ tags: { team: "check out" }, pipelines: ["b"] }] },
]);
const VALUES: FilterValues = filterValues(ROWS, BOOK);

const texts = (typed: string) => filterSuggestions(typed, VALUES).map(({ text }) => text);
const hints = (text: string) => filterHints(parseFilter(text), VALUES);

test("the beginning of a key is offered as the key", () => {
  expect(texts("sta")).toEqual(["status:", "stage:"]);
  expect(texts("checkout -ta")).toEqual(["checkout -target:", "checkout -tag:"]);
});

test("behind a blank, and in an empty box, every key is offered", () => {
  expect(texts("")).toHaveLength(8);
  expect(texts("web ")[0]).toBe("web status:");
});

test("the beginning of a value is offered with its key", () => {
  expect(texts("fail")).toEqual(["status:failed"]);
  expect(texts("prod")).toEqual(["target:prod-eu", "stage:Prod", "tag:env=prod"]);
});

test("values are offered behind a key, and behind a comma", () => {
  expect(texts("status:fa")).toEqual(["status:failed"]);
  expect(texts("status:failed,app")).toEqual(["status:failed,approval"]);
  expect(texts("status:drai")).toEqual(["status:draining"]);
});

test("a tag is offered key by key, then value by value; what has blanks comes in quotes", () => {
  expect(texts("tag:")).toEqual(["tag:env=", "tag:team="]);
  expect(texts("tag:team=")).toEqual(['tag:"team=check out"', "tag:team=payments"]);
  expect(texts("target:de")).toEqual(['target:"dev eu"']);
});

test("a stage goes on with how it stands", () => {
  expect(texts("stage:prod=fai")).toEqual(["stage:prod=failed"]);
});

test("a comma in quotes is a part of the value", () => {
  expect(texts('stage:",')).toEqual([]);
  expect(texts('stage:"Load test",p')).toEqual(['stage:"Load test",Prod']);
});

test("what is taken and finished reads as a token of the filter", () => {
  const ours = fc.string({ unit: fc.constantFrom(...'"\\ ,=-:aflpst') });
  const keys = fc.constantFrom("", "tag:", "status:", "-stage:", "target:");
  fc.assert(
    fc.property(fc.oneof(fc.string(), ours), keys, (word, key) => {
      for (const { text, whole } of filterSuggestions(`${key}${word}`, VALUES))
        if (whole) expect(parseFilter(text).terms.at(-1)?.kind).toBe("token");
    }),
    { numRuns: 5000 },
  );
});

test("a key that is none of ours is named, with the one that was meant", () => {
  expect(hints("stats:failed")[0]).toContain("No filter is called stats:");
  expect(hints("statu:failed")).toEqual([
    "No filter is called statu:, so it is looked for as a word. Did you mean status:?",
  ]);
  expect(hints("owner:me")[0]).toContain("There are status:, waiting:, target:");
});

test("a value that cannot be is named, with the one that was meant", () => {
  expect(hints("status:faild")).toEqual(["No status begins with faild. Did you mean failed?"]);
  expect(hints("mode:serial")).toEqual([
    "No mode begins with serial. There are queued, superseded, parallel.",
  ]);
  expect(hints("waiting:aproval")).toEqual([
    "No kind of waiting begins with aproval. Did you mean approval?",
  ]);
  expect(hints("tag:teem=x")).toEqual(["No pipeline has a tag called teem. Did you mean team?"]);
});

test("what can be meant needs no hint, and neither does a word", () => {
  expect(hints('status:fail,draining mode:queued tag:team stage:x sha:7 "owner:me" words')).toEqual([]);
});
