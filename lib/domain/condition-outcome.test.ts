import { expect, it } from "vitest";
import { conditionOutcome } from "./condition-outcome";
import type { ConditionState } from "./pipeline-state";
import { stage } from "./testing/line";

const rule = (name: string, standing: string, summary: string) => ({ name, standing, summary });
const entry: ConditionState = {
  standing: "Overridden",
  rules: [rule("hours", "Succeeded", "within hours"), rule("alarm", "Failed", "alarm rings")],
};
const success: ConditionState = {
  standing: "Succeeded",
  rules: [rule("errors", "Succeeded", "alarm is OK")],
};

it("an overridden condition is explained by its own rule that said no", () => {
  const prod = stage("Prod", { standing: "Overridden", beforeEntry: entry, onSuccess: success });
  expect(conditionOutcome(prod)).toBe("Condition of Prod overridden: alarm rings");
});

it("a skipped stage is explained by its entry condition", () => {
  const prod = stage("Prod", { standing: "Skipped", beforeEntry: { ...entry, standing: "Failed" } });
  expect(conditionOutcome(prod)).toBe("Prod skipped by its entry condition: alarm rings");
});
