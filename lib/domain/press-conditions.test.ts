import { expect, it } from "vitest";
import type { NamePattern } from "./permission";
import { type PressRule, pressConditions } from "./press-conditions";

const only = (...names: string[]): NamePattern => ({ globs: names, matches: (name) => names.includes(name) });
const rule = (line: number, more: Partial<PressRule>): PressRule => ({
  path: `permissions.pipelines[${line}]`,
  line,
  words: `rule ${line}`,
  reasonRequired: false,
  noOwnChanges: false,
  twoApprovers: false,
  ...more,
});

it("adds up what every rule that matches says, each with the rule that said it first", () => {
  const rules = [
    rule(1, { pipelines: only("payments"), reasonRequired: true }),
    rule(2, { targets: only("prod"), reasonRequired: true, twoApprovers: true }),
    rule(3, { targets: only("dev"), noOwnChanges: true }),
  ];
  const at = (target: string, pipeline: string) =>
    Object.entries(pressConditions(rules, { target, pipeline })).map(([name, { line }]) => [name, line]);
  expect(at("prod", "payments")).toEqual([
    ["reasonRequired", 1],
    ["twoApprovers", 2],
  ]);
  expect(at("prod", "orders")).toEqual([
    ["reasonRequired", 2],
    ["twoApprovers", 2],
  ]);
  expect(at("test", "orders")).toEqual([]);
});
