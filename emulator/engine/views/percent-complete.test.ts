import { describe, expect, it } from "vitest";
import { pipelineOf, stage, task } from "../../operations/testing/declarations";
import { SmallWorld } from "../../operations/testing/small-world";

describe("percentComplete", () => {
  it("is the step reported last, at equal parts of the duration, while the action runs", () => {
    const small = new SmallWorld();
    small.everyActionTakes(1000);
    small.world.outcomes.add({ action: "Go", durationMs: 4000, percentSteps: [20, 50, 90] });
    small.create(pipelineOf("shop", [stage("Run", [task("Go"), task("Silent")])]));
    small.pass(1000);
    const seen = [0, 1, 2, 3].map(() => {
      const percent = small.action("shop", "Run", "Go").latestExecution?.percentComplete;
      expect(small.action("shop", "Run", "Silent").latestExecution?.percentComplete).toBeUndefined();
      small.pass(1000);
      return percent;
    });
    expect(seen).toEqual([0, 20, 50, 90]);
    expect(small.action("shop", "Run", "Go").latestExecution).not.toHaveProperty("percentComplete");
  });
});
