import { describe, expect, it } from "vitest";
import type { ExecutionDetail, RuleRun } from "@/lib/domain/execution-detail";
import { execution } from "@/lib/domain/testing/line";
import { ruleRun, timelineStage } from "../testing/execution-fixture";
import { isSameOverride, overrideFactsOf } from "./override-facts";

const asked = (name: string, more: Partial<RuleRun>) =>
  ruleRun(name, "03:00", "03:01", { condition: "beforeEntry", ...more });

function factsOf(rules: RuleRun[]) {
  const detail: Pick<ExecutionDetail, "summary" | "stages"> = {
    summary: execution("aaaaaaa"),
    stages: [timelineStage("Prod", [], { rules })],
  };
  return overrideFactsOf(detail, "Prod", "BEFORE_ENTRY");
}

describe("what is overridden of one execution", () => {
  it.each<[string, RuleRun[], string | undefined]>([
    ["a rule that said no", [asked("a", {}), asked("b", { standing: "Failed" })], "Failed"],
    ["a rule that is still asked", [asked("a", { standing: "InProgress" })], "InProgress"],
    ["rules that all said yes", [asked("a", {})], "Succeeded"],
    ["somebody overrode it", [asked("a", { standing: "Failed", overridden: true })], "Overridden"],
    [
      "only the last time counts",
      [asked("a", { standing: "Failed" }), asked("a", { attempt: 2, standing: "Succeeded" })],
      "Succeeded",
    ],
    ["another condition is another thing", [asked("a", { condition: "onSuccess" })], undefined],
    ["never asked", [], undefined],
  ])("%s", (_what, rules, standing) => {
    expect(factsOf(rules)?.asked.standing).toBe(standing);
  });

  it("is another thing once a rule was answered", () => {
    const before = factsOf([asked("a", { standing: "InProgress" })]);
    const after = factsOf([asked("a", { standing: "Failed" })]);
    if (!before || !after) throw new Error("both were asked");
    expect([isSameOverride(before, after), isSameOverride(before, before)]).toEqual([false, true]);
  });
});
