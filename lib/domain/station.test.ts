import { expect, test } from "vitest";
import { stageLabel } from "./station";
import { stage } from "./testing/line";

test("a stage whose execution has no known revision is named by the execution", () => {
  expect(stageLabel(stage("Prod", { revision: undefined, executionId: "9f2c71aa-38d1" }))).toBe("9f2c71aa");
  expect(stageLabel(stage("Prod", { revision: undefined, executionId: undefined }))).toBeUndefined();
});
