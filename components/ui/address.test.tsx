import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { choose, searchWith } from "./address";

beforeEach(() => window.history.replaceState(null, "", "/inbox?item=a"));

test("what is chosen is set, what is undefined or empty goes, what is not named stays", () => {
  expect(searchWith("?q=a&fold=b&view=all", { q: "c", fold: undefined, view: "" })).toBe("?q=c");
  expect(searchWith("?view=all", { item: "1" })).toBe("?view=all&item=1");
  expect(searchWith("?q=a", { q: "" })).toBe("");
});

test("slashes, commas, colons and equals signs stay readable", () => {
  expect(searchWith("", { action: "Prod/deploy-eu", q: "tag:team=a b", fold: "a,b" })).toBe(
    "?action=Prod/deploy-eu&q=tag:team=a+b&fold=a,b",
  );
});

test("what is chosen is read back as it was", () => {
  const named = fc.tuple(fc.stringMatching(/^[A-Za-z]+$/), fc.string({ minLength: 1 }));
  fc.assert(
    fc.property(fc.uniqueArray(named, { selector: ([name]) => name }), (pairs) => {
      const choices = Object.fromEntries(pairs);
      expect(Object.fromEntries(new URLSearchParams(searchWith("", choices)))).toEqual(choices);
    }),
  );
});

test("a choice is a step in the history, unless it replaces the one before", () => {
  const { length } = window.history;
  choose({ item: "b" });
  expect(window.location.search).toBe("?item=b");
  expect(window.history.length).toBe(length + 1);
  choose({ item: "c", view: "all" }, { replace: true });
  expect(window.location.search).toBe("?item=c&view=all");
  expect(window.history.length).toBe(length + 1);
  expect(window.location.pathname).toBe("/inbox");
});
