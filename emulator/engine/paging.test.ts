import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeToken, newestFirst, readToken, type TokenScope } from "./paging";

const scope: TokenScope = {
  seed: 1,
  account: "1",
  region: "r",
  operation: "List",
  parameters: { pipeline: "shop" },
};

describe("tokens", () => {
  it("lead back to their cursor", () => {
    expect(readToken(scope, makeToken(scope, "shop-42"))).toBe("shop-42");
    expect(readToken(scope, undefined)).toBeUndefined();
  });

  it.each([
    ["another pipeline", { ...scope, parameters: { pipeline: "other" } }],
    ["another operation", { ...scope, operation: "Other" }],
    ["another account", { ...scope, account: "2" }],
    ["another region", { ...scope, region: "s" }],
  ])("of %s are refused", (_what, other) => {
    expect(() => readToken(scope, makeToken(other, "1"))).toThrow("invalid format");
  });

  it("are refused after any change of a character", () => {
    const token = makeToken(scope, "17");
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom("a", "Z", "0", ".", "~"), (index, character) => {
        fc.pre(token[index] !== character);
        const changed = token.slice(0, index) + character + token.slice(index + 1);
        expect(() => readToken(scope, changed)).toThrow("invalid format");
      }),
    );
  });

  it("are refused when they are no tokens at all", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(() => readToken(scope, text)).toThrow("invalid format");
      }),
    );
  });
});

describe("newestFirst", () => {
  it("neither loses nor repeats an item while newer ones appear between the pages", () => {
    const sizes = fc.array(fc.nat(4), { maxLength: 30 });
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 7 }), sizes, (count, maxResults, growth) => {
        const items = Array.from({ length: count }, (_, index) => index);
        const seen: number[] = [];
        let nextToken: string | undefined;
        for (let pages = 0; pages === 0 || nextToken !== undefined; pages += 1) {
          const page = newestFirst(
            items,
            scope,
            { nextToken, maxResults },
            (item) => item % 3 !== 0,
            () => false,
          );
          seen.push(...page.items);
          nextToken = page.nextToken;
          for (let more = growth[pages] ?? 0; more > 0; more -= 1) items.push(items.length);
        }
        const expected = Array.from({ length: count }, (_, index) => index).filter((item) => item % 3 !== 0);
        expect(seen).toEqual(expected.reverse());
      }),
    );
  });

  it("ends without a token where the last page is full", () => {
    expect(
      newestFirst(
        [1, 2],
        scope,
        { maxResults: 2 },
        () => true,
        () => false,
      ),
    ).toEqual({ items: [2, 1] });
  });

  it("ends at the first item that is too old", () => {
    expect(
      newestFirst(
        [1, 2, 3],
        scope,
        {},
        () => true,
        (item) => item < 2,
      ),
    ).toEqual({ items: [3, 2] });
  });
});
