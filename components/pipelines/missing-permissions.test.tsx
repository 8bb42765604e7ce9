import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { MissingPermissions } from "./missing-permissions";

afterEach(cleanup);

const words = (denied: readonly string[] | undefined) =>
  render(<MissingPermissions target="prod-eu" denied={denied} />).container.textContent;

test("permissions that are missing are named, with what is left out for that", () => {
  expect(words(["codepipeline:ListRuleExecutions", "codepipeline:GetPipeline"])).toContain(
    "The role of prod-eu lacks codepipeline:ListRuleExecutions, codepipeline:GetPipeline; runs of rules, the declaration are left out.",
  );
});

test("a permission of tomorrow is named alone", () => {
  expect(words(["codepipeline:ListDreams"])).toContain("The role of prod-eu lacks codepipeline:ListDreams.");
});

test("nothing stands there while none is missing", () => {
  expect(words([]) ?? "").toBe("");
  expect(words(undefined) ?? "").toBe("");
});
