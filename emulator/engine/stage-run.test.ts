import { describe, expect, it } from "vitest";
import { approval, pipelineOf, stage, task } from "../operations/testing/declarations";
import { SmallWorld } from "../operations/testing/small-world";
import { minute } from "./duration";

function statuses(small: SmallWorld, stageName: string): Array<string | undefined> {
  return small.stage("shop", stageName).actionStates.map((action) => action.latestExecution?.status);
}

describe("a stage run", () => {
  it("starts equal run orders together and the next group when all of them succeeded, gaps allowed", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.world.outcomes.add({ action: "Slow", durationMs: 3 * minute });
    const actions = [
      task("Last", { runOrder: 30 }),
      task("Slow", { runOrder: 5 }),
      task("Fast", { runOrder: 5 }),
    ];
    small.create(pipelineOf("shop", [stage("Run", actions)]));
    small.pass(minute);
    expect(statuses(small, "Run")).toEqual([undefined, "InProgress", "InProgress"]);
    small.pass(minute);
    expect(statuses(small, "Run")).toEqual([undefined, "InProgress", "Succeeded"]);
    small.pass(2 * minute);
    expect(statuses(small, "Run")).toEqual(["InProgress", "Succeeded", "Succeeded"]);
    small.pass(minute);
    expect(small.stage("shop", "Run").latestExecution?.status).toBe("Succeeded");
    expect(small.executions("shop")[0]?.status).toBe("Succeeded");
  });

  it("fails at once when an action fails; siblings go on, later groups never start, the lock holds until they end", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.world.outcomes.add({ action: "Bad", times: 1, errorDetails: { message: "no space left" } });
    small.world.outcomes.add({ action: "Slow", durationMs: 5 * minute });
    const actions = [task("Bad"), task("Slow"), task("After", { runOrder: 2 })];
    small.create(pipelineOf("shop", [stage("Run", actions)]));
    small.pass(minute);
    const second = small.start("shop");
    small.pass(minute);
    expect(small.stage("shop", "Run").latestExecution?.status).toBe("Failed");
    expect(small.executions("shop")[1]?.status).toBe("Failed");
    expect(statuses(small, "Run")).toEqual(["Failed", "InProgress", undefined]);
    expect(small.action("shop", "Run", "Bad").latestExecution).toMatchObject({
      errorDetails: { code: "JobFailed", message: "no space left" },
    });
    expect(small.stage("shop", "Run").inboundExecution?.pipelineExecutionId).toBe(second);
    small.pass(4 * minute);
    expect(small.stage("shop", "Run").latestExecution?.pipelineExecutionId).toBe(second);
    expect(small.actionRuns("shop").filter(({ actionName }) => actionName === "After")).toEqual([]);
  });

  it("fails an action whose time is over", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.world.outcomes.add({ action: "Endless", durationMs: 100_000 * minute });
    small.create(pipelineOf("shop", [stage("Run", [task("Endless")])]));
    small.pass(minute + 24 * 60 * minute);
    expect(small.action("shop", "Run", "Endless").latestExecution).toMatchObject({
      status: "Failed",
      errorDetails: { code: "JobFailed", message: "Endless did not end within 1440 minutes." },
    });
  });

  it("fails an approval after 7 days, or after its own timeoutInMinutes", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.create(
      pipelineOf("shop", [stage("Gate", [approval("Short", { timeoutInMinutes: 5 }), approval("Long")])]),
    );
    small.pass(minute);
    small.pass(5 * minute - 1);
    expect(statuses(small, "Gate")).toEqual(["InProgress", "InProgress"]);
    small.pass(1);
    expect(statuses(small, "Gate")).toEqual(["Failed", "InProgress"]);
    small.pass(7 * 24 * 60 * minute);
    expect(statuses(small, "Gate")).toEqual(["Failed", "Failed"]);
    expect(small.executions("shop")[0]?.status).toBe("Failed");
  });

  it("ends an approval by itself only when a script names it", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.world.outcomes.add({ provider: "Manual", durationMs: 2 * minute, summary: "looks good" });
    small.create(pipelineOf("shop", [stage("Gate", [approval()])]));
    small.pass(3 * minute);
    expect(small.action("shop", "Gate", "Ask").latestExecution).toMatchObject({
      status: "Succeeded",
      summary: "looks good",
    });
  });

  it("fails an action whose variables have no value", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    const first = task("First", { namespace: "Made", configuration: { FunctionName: "first" } });
    const second = task("Second", { configuration: { FunctionName: "#{codepipeline.Unknown}" } });
    small.create(pipelineOf("shop", [stage("Run", [first]), stage("Next", [second])]));
    small.pass(2 * minute);
    expect(small.action("shop", "Next", "Second").latestExecution?.errorDetails).toEqual({
      code: "ConfigurationError",
      message:
        "The configuration of action Second refers to variables that have no value: #{codepipeline.Unknown}",
    });
  });
});
