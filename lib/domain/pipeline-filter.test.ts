import fc from "fast-check";
import { expect, test } from "vitest";
import { FILTER_KEYS, type FilterTerm, parseFilter, printFilter, splitFilter } from "./pipeline-filter";

const text = fc.string({ unit: "binary", minLength: 1, maxLength: 12 });
/** Texts made of what the grammar is about. */
const crooked = fc.string({
  unit: fc.constantFrom(...'ab"\\:,-= \t', "status:", "tag:", "x:", "//", "é", "م", "🚀"),
  minLength: 1,
  maxLength: 16,
});
const anyText = fc.oneof(text, crooked);
const someValues = fc.array(anyText, { minLength: 1, maxLength: 3 });
const ownKeys = fc.stringMatching(/^[a-z]{1,8}$/).filter((key) => !FILTER_KEYS.some((own) => own === key));
const terms: fc.Arbitrary<FilterTerm> = fc.oneof(
  fc.record({
    kind: fc.constant("token" as const),
    key: fc.constantFrom(...FILTER_KEYS),
    values: someValues,
    negated: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("unknown" as const),
    key: ownKeys,
    values: fc.array(anyText, { maxLength: 2 }),
    negated: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("word" as const), word: anyText, negated: fc.boolean() }),
);

test("what is printed reads as the filter it was printed from", () => {
  fc.assert(
    fc.property(fc.array(terms, { maxLength: 6 }), (filter) => {
      expect(parseFilter(printFilter({ terms: filter }))).toEqual({ terms: filter });
    }),
    { numRuns: 1000 },
  );
});

test("a text that was printed is printed the same again, whatever was typed", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), crooked), (typed) => {
      const printed = printFilter(parseFilter(typed));
      expect(printFilter(parseFilter(printed))).toBe(printed);
      expect(parseFilter(printed)).toEqual(parseFilter(typed));
    }),
    { numRuns: 1000 },
  );
});

test("parts, put together with blanks, are the same parts, and nothing typed is lost but blanks", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), crooked), (typed) => {
      const parts = splitFilter(typed);
      expect(splitFilter(parts.join(" "))).toEqual(parts);
      expect(parts.join("").replace(/\s/g, "")).toBe(typed.replace(/\s/g, ""));
    }),
  );
});

test("a token has its key, its values as written, and a minus", () => {
  expect(parseFilter("-Status:Failed,approval tag:team=x")).toEqual({
    terms: [
      { kind: "token", key: "status", values: ["Failed", "approval"], negated: true },
      { kind: "token", key: "tag", values: ["team=x"], negated: false },
    ],
  });
});

test("a token without a value is nothing yet, a key that is none of ours is kept as such", () => {
  expect(parseFilter("status: -tag:,")).toEqual({ terms: [] });
  expect(parseFilter("Stats:failed")).toEqual({
    terms: [{ kind: "unknown", key: "stats", values: ["failed"], negated: false }],
  });
});

test("quotes keep blanks, commas, colons and minuses", () => {
  expect(parseFilter('name:"a b","c,d" "status:failed" "-x"').terms).toEqual([
    { kind: "token", key: "name", values: ["a b", "c,d"], negated: false },
    { kind: "word", word: "status:failed", negated: false },
    { kind: "word", word: "-x", negated: false },
  ]);
});

test("an address is a word", () => {
  expect(parseFilter("https://git.example/a").terms).toEqual([
    { kind: "word", word: "https://git.example/a", negated: false },
  ]);
});
