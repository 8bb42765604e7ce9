import { expect, test } from "vitest";
import { readStatuses } from "./history-url";

test.each([
  ["", []],
  ["Failed", ["Failed"]],
  ["Stopped,Failed,Failed", ["Failed", "Stopped"]],
  ["Failed,<b>,Drain ing,Draining", ["Draining", "Failed"]],
])("the address %s asks for %j", (text, statuses) => {
  expect(readStatuses(text)).toEqual(statuses);
});
