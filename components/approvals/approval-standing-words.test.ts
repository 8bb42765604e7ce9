import { expect, it } from "vitest";
import { heldBackWords, turnWords } from "./approval-standing-words";

const rule = { path: "permissions.pipelines[0]", line: 12, words: "" };
const grace = { id: "u-1" };
const firstBy = { id: "u-2", name: "Linus" };

it("who started it, or wrote it, is told why they may not approve, with the rule", () => {
  const words = (own: "started" | "authored") => heldBackWords(grace, { noOwnChanges: rule }, { own });
  expect(words("started")).toBe(
    "You started this execution, and nobody approves their own here (permissions.pipelines[0], line 12).",
  );
  expect(words("authored")).toMatch(/^You are an author of this change, /);
});

it("who approved first is told that it waits for somebody else", () => {
  const standing = { firstBy: { id: "u-1", name: "Grace" }, firstAt: "2026-11-21T03:02:09.000Z" };
  expect(heldBackWords(grace, { twoApprovers: rule }, standing)).toBe(
    "You approved already at 03:02:09 UTC; a second person has to approve too (permissions.pipelines[0], line 12).",
  );
  expect(heldBackWords(grace, { twoApprovers: rule }, { firstBy })).toBeUndefined();
});

it("an approval says whether it is the first or the second of two, and nothing where one is enough or it is not known", () => {
  expect(turnWords(grace, { twoApprovers: rule }, { firstBy: null })?.label).toBe("as first of two");
  expect(turnWords(grace, { twoApprovers: rule }, { firstBy })).toEqual({
    label: "as second, ships now",
    note: "Linus approved first.",
  });
  expect(turnWords(grace, { twoApprovers: rule }, undefined)).toBeUndefined();
  expect(turnWords(grace, { twoApprovers: rule }, {})).toBeUndefined();
  expect(turnWords(grace, {}, { firstBy })).toBeUndefined();
});

it("what no rule asks for holds nobody back", () => {
  expect(heldBackWords(grace, {}, { own: "started", firstBy: { id: "u-1", name: "Grace" } })).toBeUndefined();
});
