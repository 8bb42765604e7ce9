import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDisabledReason } from "./disabled-reason";

describe("toDisabledReason", () => {
  it.each([
    ["5xx since 03:10", "5xx since 03 - 10"],
    ["Wait (see INC-4471)!", "Wait (see INC-4471)!"],
    ["don't", "dont"],
    ["a, b; c", "a - b - c"],
    ["Größe geändert", "Grosse geandert"],
    ["障害対応中", "See the receipt in Pipedeck"],
    ["—", "See the receipt in Pipedeck"],
  ])("makes of %j what AWS takes", (written, taken) => {
    expect(toDisabledReason(written)).toBe(taken);
  });

  it("is taken by AWS whatever was written, and is the same when made twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (written) => {
        const taken = toDisabledReason(written);
        expect(taken).toMatch(/^[a-zA-Z0-9!@ ().*?-]{1,300}$/);
        expect(toDisabledReason(taken)).toBe(taken);
      }),
    );
  });
});
