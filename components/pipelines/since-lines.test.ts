import { expect, test } from "vitest";
import type { ShippedRevision } from "@/lib/domain/ships";
import { sinceLines } from "./since-lines";

const end = { id: "e", standing: "Succeeded", executionType: "STANDARD", revisions: [] };
const brought = (shortId: string, more = {}): ShippedRevision => ({
  revision: { action: "app", id: shortId, shortId, ...more },
  executionId: shortId,
  standing: "Failed",
});
const source = (...revisions: ShippedRevision[]) => [{ action: "app", revisions }];
const same = { changed: [], same: 4 };
const variable = (name: string, more = {}) => ({ name, from: "10", to: "50", hidden: false, ...more });

test("revisions, variables and the version are a line each", () => {
  const sources = source(
    brought("3ad8c55", { summary: "New health check", author: "m.okafor" }),
    brought("9c1e07b"),
  );
  const variables = {
    changed: [
      variable("canary_percent"),
      variable("flag", { from: null }),
      variable("token", { hidden: true }),
    ],
    same: 1,
  };
  expect(sinceLines({ from: end, sources, variables, definition: { from: 13, to: 14 } })).toEqual([
    "3ad8c55 New health check, m.okafor",
    "9c1e07b no commit message",
    "canary_percent 10 to 50",
    "flag not set to 50",
    "token changed, hidden by policy",
    "definition version 13 to 14",
  ]);
});

test("of many three are named and the others counted", () => {
  const sources = source(...["1", "2", "3", "4", "5"].map((id) => brought(id)));
  expect(sinceLines({ from: end, sources, variables: same, definition: { from: 3, to: 3 } }).at(-1)).toBe(
    "and 2 more revisions",
  );
});

test("nothing different is said to be so", () => {
  const nothing = { sources: [], variables: same, definition: { from: 3, to: 3 } };
  expect(sinceLines({ from: end, ...nothing })).toEqual(["The same revisions, variables and definition."]);
  expect(sinceLines(nothing)).toEqual(["There is nothing to hold it against."]);
});

test("what could not be compared is not said to be the same, and is named with why", () => {
  expect(sinceLines({ from: end, sources: [], unread: "unanswered" })).toEqual([
    "The same revisions.",
    "Not compared: variables and definition, as AWS did not answer.",
  ]);
  expect(sinceLines({ from: end, sources: source(brought("1")), variables: same })).toEqual([
    "1 no commit message",
    "Not compared: definition, which AWS does not tell.",
  ]);
});
