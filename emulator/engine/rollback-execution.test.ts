import { describe, expect, it } from "vitest";
import { pipelineOf, stage, task } from "../operations/testing/declarations";
import { afterSuccess, badFails, failingLine, newest } from "../operations/testing/failing-line";
import { minute, second } from "./duration";

describe("ROLLBACK on failure", () => {
  it("starts an execution that brings the stage back to its last success, before anybody else enters", () => {
    const small = failingLine({ onFailure: { result: "ROLLBACK" } }, { executionMode: "QUEUED" });
    small.pass(10 * minute);
    const good = newest(small);
    badFails(small, 1);
    const bad = small.start("shop");
    small.pass(30 * second);
    const next = small.start("shop");
    small.world.outcomes.add({ action: "Good", durationMs: 3 * minute, times: 1 });
    small.pass(3 * minute + 30 * second);
    const [rollback] = small.executions("shop");
    expect(rollback).toMatchObject({
      status: "InProgress",
      executionType: "ROLLBACK",
      rollbackMetadata: { rollbackTargetPipelineExecutionId: good },
      trigger: {
        triggerType: "AutomatedRollback",
        triggerDetail: JSON.stringify({ FailedPipelineExecutionId: bad }),
      },
    });
    expect(small.status("shop", bad)).toBe("Failed");
    expect(small.stage("shop", "Ship")).toMatchObject({
      latestExecution: { pipelineExecutionId: rollback?.pipelineExecutionId, type: "ROLLBACK" },
      inboundExecution: { pipelineExecutionId: next },
    });
    small.pass(30 * minute);
    expect(small.status("shop", rollback?.pipelineExecutionId ?? "")).toBe("Succeeded");
    expect(small.status("shop", next)).toBe("Succeeded");
  });

  it("does nothing without an earlier success in this version", () => {
    const first = failingLine({ onFailure: { result: "ROLLBACK" } });
    badFails(first, 1);
    first.pass(10 * minute);
    expect(first.executions("shop")).toHaveLength(1);
    const { small } = afterSuccess({ result: "ROLLBACK" });
    const changed = pipelineOf("shop", [stage("Ship", [task("Bad")], { onFailure: { result: "ROLLBACK" } })]);
    small.pass(10 * minute);
    small.ask("UpdatePipeline", { pipeline: changed });
    badFails(small, 1);
    small.start("shop");
    small.pass(10 * minute);
    expect(small.executions("shop").map(({ executionType }) => executionType)).toEqual([
      undefined,
      "ROLLBACK",
      undefined,
      undefined,
    ]);
  });

  it("is not followed by another when the rollback fails", () => {
    const { small, good } = afterSuccess({ result: "ROLLBACK" });
    badFails(small, 1);
    small.pass(30 * minute);
    expect(small.executions("shop").map(({ status }) => status)).toEqual([
      "Succeeded",
      "Failed",
      "Succeeded",
    ]);
    badFails(small, 2);
    small.start("shop");
    small.pass(30 * minute);
    const [rollback] = small.executions("shop");
    expect(rollback).toMatchObject({
      status: "Failed",
      rollbackMetadata: { rollbackTargetPipelineExecutionId: good },
    });
  });
});
