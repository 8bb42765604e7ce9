import { expect, test } from "vitest";
import { variablesIn } from "./variable-use";

test("a text names the variables it takes in, each once", () => {
  expect(variablesIn("v#{Build.image_tag}-#{variables.canary} #{Build.image_tag}")).toEqual([
    "Build.image_tag",
    "variables.canary",
  ]);
});

test("what only looks like one is none", () => {
  for (const text of ["", "#{Build}", "{Build.tag}", "#{ Build.tag }", "#{a.b.c}", "#{.b}"])
    expect([text, variablesIn(text)]).toEqual([text, []]);
});

test("a long text without an end is read in a moment", () => {
  expect(variablesIn("#{a.".repeat(20_000))).toEqual([]);
});
