import { expect, it } from "vitest";
import { ownChange } from "./own-change";
import type { Person } from "./person";

const grace: Person = { id: "u-17", name: "Grace Okafor", email: "grace@example.com", groups: [] };

it.each([
  ["her e-mail address", { authors: ["Grace@Example.com"] }, "authored"],
  ["her name", { authors: ["Linus", "grace okafor"] }, "authored"],
  ["her name and address", { authors: ["G. Okafor <grace@example.com>"] }, "authored"],
  ["the session AWS saw her in", { startedBy: "Grace-Okafor", authors: [] }, "started"],
  ["her id", { startedBy: "u-17", authors: [] }, "started"],
  ["both", { startedBy: "grace@example.com", authors: ["grace@example.com"] }, "started"],
  ["somebody else", { startedBy: "linus@example.com", authors: ["Linus <linus@example.com>"] }, undefined],
  ["nobody that AWS tells of", { authors: [] }, undefined],
  ["a nameless one", { startedBy: "", authors: ["", " "] }, undefined],
])("knows a change by %s", (_what, origin, own) => {
  expect(ownChange(grace, origin)).toBe(own);
});

it("takes nobody without an address for the author without one", () => {
  expect(ownChange({ id: "-", name: "…", groups: [] }, { authors: ["", "-", "…"] })).toBeUndefined();
});
