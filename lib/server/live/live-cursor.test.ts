import fc from "fast-check";
import { expect, test } from "vitest";
import { fromCursor, toCursor } from "./live-cursor";

const target = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,30}$/);
const versions = fc.dictionary(target, fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));

test("a cursor gives back the versions it was made of", () => {
  fc.assert(
    fc.property(versions, (known) => {
      expect(fromCursor(toCursor(known))).toEqual(known);
    }),
  );
});

test("any other text is no cursor, and nothing fails over it", () => {
  for (const text of ["nonsense", "prod-eu", "prod-eu.", "prod-eu.-1", "prod-eu.1~", "~", "a.1;b.2", "a.1e3"])
    expect(fromCursor(text)).toBeNull();
  fc.assert(fc.property(fc.string(), (text) => void fromCursor(text)));
});
