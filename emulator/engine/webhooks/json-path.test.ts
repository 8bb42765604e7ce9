import { describe, expect, it } from "vitest";
import { readJsonPath, selectJson } from "./json-path";

const push = {
  ref: "refs/heads/main",
  "odd key": 1,
  commits: [
    { id: "a", added: ["x", "y"] },
    { id: "b", added: [] },
  ],
  head_commit: { id: "b", author: { name: "Ada" } },
};

function select(text: string): unknown[] | undefined {
  const path = readJsonPath(text);
  return path && selectJson(path, push);
}

describe("readJsonPath", () => {
  it.each<[string, unknown[]]>([
    ["$", [push]],
    ["$.ref", ["refs/heads/main"]],
    ["$['ref']", ["refs/heads/main"]],
    ['$["odd key"]', [1]],
    ["$.commits[1].id", ["b"]],
    ["$.commits[*].id", ["a", "b"]],
    ["$.commits[*].added[*]", ["x", "y"]],
    ["$.head_commit.author.name", ["Ada"]],
    ["$.head_commit.*", ["b", { name: "Ada" }]],
    ["$..id", ["b", "a"]],
    ["$..['name']", ["Ada"]],
    ["$.commits.9", []],
    ["$.ref.length", []],
    ["$.nothing.at.all", []],
    ["$.__proto__", []],
  ])("finds what %s leads to", (text, found) => {
    expect(select(text)).toEqual(found);
  });

  it.each([
    "",
    "ref",
    "$ref",
    "$.",
    "$..",
    "$[",
    "$['a]",
    "$[-1]",
    "$[0:2]",
    "$[?(@.id)]",
    "$.a b",
    "$.length()",
  ])("does not read %j", (text) => {
    expect(readJsonPath(text)).toBeUndefined();
  });

  it("looks at nothing twice, however many deep steps a path has", () => {
    const deep = JSON.parse(`${'{"a":['.repeat(50)}1${"]}".repeat(50)}`);
    const path = readJsonPath(`$${"..*".repeat(40)}`);
    expect(path && selectJson(path, deep).length).toBeLessThanOrEqual(101);
  });
});
