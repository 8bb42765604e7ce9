import fc from "fast-check";
import picomatch from "picomatch";
import { expect, it } from "vitest";
import { namePattern } from "./name-pattern";

const letters = fc.constantFrom("a", "b", "-", "_", "9", "@");
const names = fc.string({ unit: letters, minLength: 1, maxLength: 6 });
const globs = fc.string({
  unit: fc.oneof(letters, fc.constantFrom("*", "?", "{a,b}", "[ab]", "!(a)")),
  minLength: 1,
  maxLength: 5,
});

it("matches what one of its globs matches", () => {
  fc.assert(
    fc.property(fc.array(globs, { minLength: 1, maxLength: 4 }), names, (some, name) => {
      expect(namePattern(some).matches(name)).toBe(picomatch(some, { dot: true })(name));
    }),
  );
});

it.each([
  [["checkout-web"], "checkout-web", true],
  [["checkout-web"], "checkout-web2", false],
  [["checkout-*"], "checkout-", true],
  [["checkout-*"], "checkout-a.b", true],
  [["*"], ".hidden", true],
  [["*-web"], "checkout-web", true],
  [["{orders,payments}-*"], "payments-api", true],
  [["Checkout-*"], "checkout-web", false],
])("%s and %s: %s", (some, name, expected) => {
  expect(namePattern(some).matches(name)).toBe(expected);
});
