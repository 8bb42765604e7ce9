import { expect, it } from "vitest";
import { ownChangeWords } from "./own-change-words";

const rule = { path: "permissions.pipelines[0]", line: 12, words: "" };

it.each([
  ["started", "You started this execution"],
  ["authored", "You are an author of this change"],
] as const)("who %s a change is told so, with the rule", (own, why) => {
  expect(ownChangeWords(own, rule)).toBe(
    `${why}, and nobody approves their own here (permissions.pipelines[0], line 12).`,
  );
});
