import { describe, expect, test } from "vitest";
import { nearName } from "./near-name";

describe("nearName", () => {
  test.each([
    ["a letter is missing", "chekout-web", "checkout-web"],
    ["a letter is too many", "checkoutt-web", "checkout-web"],
    ["a letter is another", "checkout-wep", "checkout-web"],
    ["two neighbours are swapped", "chekcout-web", "checkout-web"],
    ["the case differs", "Checkout-Web", "checkout-web"],
    ["the last letter is missing", "checkout-we", "checkout-web"],
  ])("finds the name when %s", (_, typed, meant) => {
    expect(nearName(typed, ["orders-api", meant])).toBe(meant);
  });

  test("finds nothing two mistakes away", () => {
    expect(nearName("chekot-web", ["checkout-web"])).toBeUndefined();
  });

  test("does not answer with the very name", () => {
    expect(nearName("orders-api", ["orders-api"])).toBeUndefined();
  });
});
