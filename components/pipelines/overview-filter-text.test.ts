import fc from "fast-check";
import { expect, test } from "vitest";
import { commitTyped, fromFilterText, toFilterText, typeInto } from "./overview-filter-text";

test("the text of an address becomes chips and words", () => {
  expect(toFilterText("status:failed checkout -mode:queued")).toEqual({
    chips: ["status:failed", "-mode:queued"],
    typed: "checkout",
  });
});

test("a token becomes a chip with the space behind it, words stay typed", () => {
  expect(typeInto({ chips: [], typed: "" }, "status:failed")).toEqual({ chips: [], typed: "status:failed" });
  expect(typeInto({ chips: [], typed: "" }, "status:failed ")).toEqual({
    chips: ["status:failed"],
    typed: "",
  });
  expect(typeInto({ chips: [], typed: "" }, "web status:failed ch")).toEqual({
    chips: ["status:failed"],
    typed: "web ch",
  });
  expect(typeInto({ chips: [], typed: "" }, "web ")).toEqual({ chips: [], typed: "web " });
});

test("an open quote keeps the space inside the token", () => {
  expect(typeInto({ chips: [], typed: "" }, 'name:"a ')).toEqual({ chips: [], typed: 'name:"a ' });
});

test("Enter makes a chip of a token, and the same chip never twice", () => {
  expect(commitTyped({ chips: ["status:failed"], typed: "status:failed web" })).toEqual({
    chips: ["status:failed"],
    typed: "web",
  });
});

test("an address survives the way into the box and back", () => {
  const part = fc.constantFrom("status:failed", "-mode:queued", "web", "7b09f1e", 'name:"a b"');
  fc.assert(
    fc.property(fc.uniqueArray(part), (parts) => {
      const there = toFilterText(parts.join(" "));
      expect(toFilterText(fromFilterText(there))).toEqual(there);
    }),
  );
});
