import fc from "fast-check";
import { expect, test } from "vitest";
import { filterWords, listWords } from "./trigger-filter";

const none = { includes: [], excludes: [] };

test("a filter reads as a sentence", () => {
  const branches = { includes: ["release/*", "main"], excludes: ["wip/*"] };
  const filePaths = { includes: ["src/**"], excludes: [] };
  expect(filterWords({ kind: "push", events: [], branches, tags: none, filePaths })).toBe(
    "push; branches main, release/*, not wip/*; files src/**",
  );
  expect(
    filterWords({ kind: "pullRequest", events: ["OPEN"], branches: none, tags: none, filePaths: none }),
  ).toBe("pull request (OPEN)");
});

test("two lists read the same only when they are the same", () => {
  const list = fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom("a", "a, b", '"', "not a")), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(list, list, (one, other) => {
      expect(listWords(one) === listWords(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});
