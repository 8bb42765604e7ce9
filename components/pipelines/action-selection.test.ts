import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actionKey, readActionKey } from "@/lib/domain/action-key";
import { type Arrow, actionBeside } from "./action-selection";
import { checkoutWeb } from "./checkout-web-fixture";

const { stages } = checkoutWeb();

describe("actionBeside", () => {
  it.each([
    ["Build/compile", "ArrowDown", "Build/unit-tests"],
    ["Build/unit-tests", "ArrowRight", "Build/lint"],
    ["Build/lint", "ArrowRight", "Staging/smoke"],
    ["Build/lint", "ArrowDown", "Build/bundle"],
    ["Staging/smoke", "ArrowLeft", "Build/lint"],
    ["Build/bundle", "ArrowRight", "Staging/smoke"],
    ["Source/app-repo", "ArrowUp", "Source/app-repo"],
    ["Prod/deploy-us", "ArrowRight", "Prod/deploy-us"],
    ["No/such", "ArrowRight", "No/such"],
  ] satisfies Array<[string, Arrow, string]>)("leads from %s by %s to %s", (from, arrow, to) => {
    expect(actionBeside(stages, from, arrow)).toBe(to);
  });

  it("never leads to an action that does not exist", () => {
    const keys = stages.flatMap((stage) => stage.actions.map((action) => actionKey(stage.name, action.name)));
    const arrows: Arrow[] = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.array(fc.constantFrom(...arrows)), (start, path) => {
        const end = path.reduce((at, arrow) => actionBeside(stages, at, arrow), start);
        expect(keys).toContain(end);
      }),
    );
  });
});

describe("readActionKey", () => {
  it("reads what it writes and nothing else", () => {
    expect(readActionKey(actionKey("Prod", "deploy-eu"))).toEqual({ stage: "Prod", action: "deploy-eu" });
    for (const broken of [undefined, "", "Prod", "/x", "Prod/"]) {
      expect(readActionKey(broken)).toBeUndefined();
    }
  });
});
