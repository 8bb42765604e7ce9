import fc from "fast-check";
import { expect, test } from "vitest";
import { textRank } from "./text-rank";

test("whole is better than the beginning, that than a word's, that than within, that than letters apart", () => {
  const ranks = ["orders", "orders-api", "eu-orders", "preorders", "o-r-d-e-r-s"].map((text) =>
    textRank("orders", text),
  );
  expect(ranks.every((rank) => rank !== null)).toBe(true);
  expect(ranks).toEqual(ranks.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
  expect(new Set(ranks).size).toBe(ranks.length);
});

test("every word must be found", () => {
  expect(textRank("api orders", "orders-api")).not.toBeNull();
  expect(textRank("api ledger", "orders-api")).toBeNull();
});

test("letters apart count from three on", () => {
  expect(textRank("oi", "orders-api")).toBeNull();
  expect(textRank("oap", "orders-api")).not.toBeNull();
});

test("every text answers its own beginning, and nothing typed is answered by all", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, length) => {
      expect(textRank(text.slice(0, length + 1).toLowerCase(), text.toLowerCase())).not.toBeNull();
      expect(textRank("", text)).toBe(0);
    }),
  );
});
