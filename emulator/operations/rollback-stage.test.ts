import { describe, expect, it } from "vitest";
import { day, minute } from "../engine/duration";
import { condition, rule } from "./testing/conditions";
import { pipelineOf, source, stage, task } from "./testing/declarations";
import { SmallWorld } from "./testing/small-world";

const variables = [{ name: "Size", defaultValue: "small" }];

function declaration(parts: Parameters<typeof pipelineOf>[2] = {}): ReturnType<typeof pipelineOf> {
  const build = stage("Build", [
    task("Compile", {
      namespace: "Made",
      inputs: ["src"],
      outputs: ["app"],
      configuration: { FunctionName: "compile" },
    }),
  ]);
  const ship = stage("Ship", [
    task("Copy", { inputs: ["app"], configuration: { FunctionName: "#{Made.Count}-#{variables.Size}" } }),
  ]);
  return pipelineOf("shop", [build, ship, stage("End", [task("Tell")])], {
    variables,
    pipelineType: "V2",
    ...parts,
  });
}

/** Two executions that succeeded, oldest first: number 1 in size large, number 2 in size small. */
function twice(parts: Parameters<typeof pipelineOf>[2] = {}): {
  small: SmallWorld;
  first: string;
  second: string;
} {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  small.create(declaration(parts));
  small.pass(day);
  const made = (Count: string): void =>
    small.world.outcomes.add({ action: "Compile", outputVariables: { Count }, durationMs: minute });
  made("1");
  const first = small.start("shop", { variables: [{ name: "Size", value: "large" }] });
  small.pass(day);
  made("2");
  const second = small.start("shop");
  small.pass(day);
  return { small, first, second };
}

function body(targetPipelineExecutionId: string, stageName = "Ship"): object {
  return { pipelineName: "shop", stageName, targetPipelineExecutionId };
}

function rollBack(small: SmallWorld, target: string): string {
  return small.ask<{ pipelineExecutionId: string }>("RollbackStage", body(target)).pipelineExecutionId;
}

describe("RollbackStage", () => {
  it("runs the stage in a new execution with the target's revisions, variables and artifacts, and ends after it", () => {
    const { small, first } = twice();
    const id = rollBack(small, first);
    expect(small.stage("shop", "Ship").latestExecution).toEqual({
      pipelineExecutionId: id,
      status: "InProgress",
      type: "ROLLBACK",
    });
    const [summary] = small.executions("shop");
    expect(summary).toMatchObject({
      pipelineExecutionId: id,
      status: "InProgress",
      executionType: "ROLLBACK",
      rollbackMetadata: { rollbackTargetPipelineExecutionId: first },
      trigger: { triggerType: "ManualRollback", triggerDetail: small.ctx.principalArn },
    });
    const target = small.executions("shop").find((each) => each.pipelineExecutionId === first);
    expect(summary?.sourceRevisions).toEqual(target?.sourceRevisions);
    small.pass(5 * minute);
    expect(small.status("shop", id)).toBe("Succeeded");
    const runs = small.actionRuns("shop", { filter: { pipelineExecutionId: id } });
    expect(runs.map(({ actionName }) => actionName)).toEqual(["Copy"]);
    const [copyOfTarget] = small
      .actionRuns("shop", { filter: { pipelineExecutionId: first } })
      .filter(({ actionName }) => actionName === "Copy");
    expect(runs[0]?.input).toEqual(copyOfTarget?.input);
    expect(runs[0]?.input.resolvedConfiguration).toEqual({ FunctionName: "1-large" });
    expect(
      small.ask("GetPipelineExecution", { pipelineName: "shop", pipelineExecutionId: id }),
    ).toMatchObject({
      pipelineExecution: {
        executionType: "ROLLBACK",
        rollbackMetadata: { rollbackTargetPipelineExecutionId: first },
        variables: [{ name: "Size", resolvedValue: "large" }],
      },
    });
  });

  it("tells EventBridge about the new execution and its one stage", () => {
    const { small, first } = twice();
    const before = small.world.events.last;
    rollBack(small, first);
    small.pass(5 * minute);
    expect(small.eventStates(before)).toEqual([
      "Pipeline STARTED",
      "Stage STARTED",
      "Action STARTED",
      "Action SUCCEEDED",
      "Stage SUCCEEDED",
      "Pipeline SUCCEEDED",
    ]);
    expect(small.world.events.after(before)[0]?.event.detail["execution-trigger"]).toEqual({
      "trigger-type": "ManualRollback",
      "trigger-detail": small.ctx.principalArn,
    });
  });

  it("enters although the transition is closed; whoever comes meanwhile waits", () => {
    const { small, first } = twice({ executionMode: "QUEUED" });
    const where = { pipelineName: "shop", stageName: "Ship", transitionType: "Inbound" };
    small.ask("DisableStageTransition", { ...where, reason: "Broken release" });
    const waiting = small.start("shop");
    small.pass(5 * minute);
    const id = rollBack(small, first);
    small.ask("EnableStageTransition", where);
    expect(small.stage("shop", "Ship")).toMatchObject({
      latestExecution: { pipelineExecutionId: id },
      inboundExecution: { pipelineExecutionId: waiting },
    });
    small.pass(day);
    expect(small.status("shop", waiting)).toBe("Succeeded");
  });

  it("can be retried and stopped like any other, and is not listed among what succeeded in another stage", () => {
    const { small, first, second } = twice();
    small.world.outcomes.add({ action: "Copy", status: "Failed", times: 1 });
    const id = rollBack(small, first);
    small.pass(minute);
    expect(small.status("shop", id)).toBe("Failed");
    const retry = {
      pipelineName: "shop",
      stageName: "Ship",
      pipelineExecutionId: id,
      retryMode: "ALL_ACTIONS",
    };
    small.ask("RetryStageExecution", retry);
    small.pass(minute);
    expect(small.status("shop", id)).toBe("Succeeded");
    const filter = { succeededInStage: { stageName: "End" } };
    const listed = small
      .ask<{ pipelineExecutionSummaries: Array<{ pipelineExecutionId: string }> }>("ListPipelineExecutions", {
        pipelineName: "shop",
        filter,
      })
      .pipelineExecutionSummaries.map((each) => each.pipelineExecutionId);
    expect(listed.slice(0, 2)).toEqual([second, first]);
  });

  it("refuses the source stage, a stage that runs and one that was skipped", () => {
    const { small, first } = twice();
    const unable = "UnableToRollbackStageException: Unable to roll back stage";
    expect(small.refusal("RollbackStage", body(first, "Source"))).toBe(
      `${unable} 'Source': the source stage cannot roll back`,
    );
    rollBack(small, first);
    expect(small.refusal("RollbackStage", body(first))).toBe(
      `${unable} 'Ship': the stage is currently running`,
    );
    const check = rule("VariableCheck", "Check", {
      Variable: "#{variables.Size}",
      Value: "small",
      Operator: "EQ",
    });
    const skips = new SmallWorld();
    skips.everyActionTakes(minute);
    const ship = stage("Ship", [task("Copy")], { beforeEntry: condition("SKIP", [check]) });
    skips.create(pipelineOf("shop", [ship], { variables }));
    skips.pass(day);
    const good = skips.executions("shop")[0]?.pipelineExecutionId ?? "";
    const skipped = skips.start("shop", { variables: [{ name: "Size", value: "huge" }] });
    skips.pass(day);
    expect(skips.stage("shop", "Ship").latestExecution).toEqual({
      pipelineExecutionId: skipped,
      status: "Skipped",
    });
    expect(skips.refusal("RollbackStage", body(good))).toBe(`${unable} 'Ship': the stage was skipped`);
  });

  it("refuses a target that is a rollback, did not succeed there or ran in another version", () => {
    const { small, first } = twice();
    const id = rollBack(small, first);
    small.pass(day);
    expect(small.refusal("RollbackStage", body(id))).toContain("the target execution is a rollback itself");
    small.world.outcomes.add({ action: "Copy", status: "Failed", times: 1 });
    const failed = small.start("shop");
    small.pass(day);
    expect(small.refusal("RollbackStage", body(failed))).toContain(
      "the target execution did not succeed in it",
    );
    small.ask("UpdatePipeline", { pipeline: declaration() });
    expect(small.refusal("RollbackStage", body(first))).toContain(
      "the pipeline has changed since the target execution started",
    );
  });

  it("refuses a target of more than 12 months ago", () => {
    const { small, first } = twice();
    small.pass(366 * day);
    expect(small.refusal("RollbackStage", body(first))).toBe(
      `PipelineExecutionOutdatedException: Pipeline execution '${first}' is too old to be rolled back to`,
    );
  });

  it("refuses V1 and PARALLEL pipelines, and what does not exist", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.create({
      ...pipelineOf("shop", []),
      stages: [stage("Source", [source()]), stage("Ship", [task("Go")])],
    });
    small.pass(day);
    const id = small.executions("shop")[0]?.pipelineExecutionId ?? "";
    expect(small.refusal("RollbackStage", body(id))).toContain("only pipelines of type V2 can roll back");
    const parallel = twice({ executionMode: "PARALLEL" });
    expect(parallel.small.refusal("RollbackStage", body(parallel.first))).toContain(
      "a pipeline in PARALLEL mode cannot roll back",
    );
    const unknown = "0f3c1b52-7a39-4c55-9d0c-2f6b1f7e9a10";
    expect(small.refusal("RollbackStage", body(unknown))).toContain("PipelineExecutionNotFoundException");
    expect(small.refusal("RollbackStage", body(id, "Nowhere"))).toContain("StageNotFoundException");
    expect(small.refusal("RollbackStage", { ...body(id), pipelineName: "other" })).toContain(
      "PipelineNotFoundException",
    );
  });

  it("refuses while 50 executions of a QUEUED pipeline have not ended", () => {
    const { small, first } = twice({ executionMode: "QUEUED" });
    for (let count = 0; count < 50; count += 1) small.start("shop");
    expect(small.refusal("RollbackStage", body(first))).toBe(
      "ConflictException: Pipeline 'shop' is busy with 50 concurrent executions. Try again later.",
    );
  });
});
