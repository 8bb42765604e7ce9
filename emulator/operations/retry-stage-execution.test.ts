import { describe, expect, it } from "vitest";
import { minute, second } from "../engine/duration";
import { condition, rule } from "./testing/conditions";
import { approval, pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld } from "./testing/small-world";

/** Source 1 min, then Build: Good and Bad together, Late after them; then Ship. */
function line(
  parts: Parameters<typeof stage>[2] = {},
  more: Parameters<typeof pipelineOf>[2] = {},
  start: ConstructorParameters<typeof SmallWorld>[0] = {},
): SmallWorld {
  const small = new SmallWorld(start);
  small.everyActionTakes(minute);
  const build = stage("Build", [task("Good"), task("Bad"), task("Late", { runOrder: 2 })], parts);
  small.create(pipelineOf("shop", [build, stage("Ship", [task("Copy")])], more));
  return small;
}

function failed(...given: Parameters<typeof line>): { small: SmallWorld; id: string } {
  const small = line(...given);
  small.world.outcomes.add({ action: "Bad", status: "Failed", times: 1 });
  small.pass(2 * minute);
  return { small, id: latest(small) };
}

function latest(small: SmallWorld): string {
  return small.executions("shop")[0]?.pipelineExecutionId ?? "";
}

function body(pipelineExecutionId: string, retryMode = "FAILED_ACTIONS", stageName = "Build"): object {
  return { pipelineName: "shop", stageName, pipelineExecutionId, retryMode };
}

function runsOf(small: SmallWorld, actionName: string): string[] {
  return small
    .actionRuns("shop")
    .filter((run) => run.actionName === actionName)
    .map(({ status }) => status);
}

describe("RetryStageExecution", () => {
  it("runs the failed actions again under the same execution id, then goes on to the next stages", () => {
    const { small, id } = failed();
    expect(small.status("shop", id)).toBe("Failed");
    expect(small.ask("RetryStageExecution", body(id))).toEqual({ pipelineExecutionId: id });
    expect(small.status("shop", id)).toBe("InProgress");
    expect(small.stage("shop", "Build")).toMatchObject({
      latestExecution: { pipelineExecutionId: id, status: "InProgress" },
      retryStageMetadata: { manualStageRetryAttempt: 1, latestRetryTrigger: "ManualStageRetry" },
    });
    expect(small.stage("shop", "Build").retryStageMetadata).not.toHaveProperty("autoStageRetryAttempt");
    small.pass(3 * minute);
    expect(small.status("shop", id)).toBe("Succeeded");
    expect(runsOf(small, "Good")).toEqual(["Succeeded"]);
    expect(runsOf(small, "Bad")).toEqual(["Succeeded", "Failed"]);
    expect(new Set(small.actionRuns("shop").map((run) => run.actionExecutionId)).size).toBe(6);
    expect(small.executions("shop")).toHaveLength(1);
  });

  it("runs all actions again with ALL_ACTIONS, and Latest lists only what ran since", () => {
    const small = line();
    small.world.outcomes.add({ action: "Late", status: "Failed", times: 1 });
    small.pass(3 * minute);
    const id = latest(small);
    expect(small.status("shop", id)).toBe("Failed");
    small.world.outcomes.add({ action: "Good", status: "Failed", times: 1 });
    small.ask("RetryStageExecution", body(id, "ALL_ACTIONS"));
    expect(small.action("shop", "Build", "Late")).not.toHaveProperty("latestExecution");
    small.pass(2 * minute);
    expect(runsOf(small, "Good")).toEqual(["Failed", "Succeeded"]);
    expect(runsOf(small, "Late")).toEqual(["Failed"]);
    const latestInPipelineExecution = { pipelineExecutionId: id, startTimeRange: "Latest" };
    const seen = small.actionRuns("shop", { filter: { latestInPipelineExecution } });
    expect(seen.map(({ actionName, status }) => `${actionName} ${status}`)).toEqual([
      "Bad Succeeded",
      "Good Failed",
      "App Succeeded",
    ]);
    small.ask("RetryStageExecution", body(id, "ALL_ACTIONS"));
    expect(small.stage("shop", "Build").retryStageMetadata?.manualStageRetryAttempt).toBe(2);
    small.pass(5 * minute);
    expect(small.status("shop", id)).toBe("Succeeded");
  });

  it("keeps showing what actions did before when the world is told to", () => {
    const small = line({}, {}, { choices: { keepOldActionStates: true } });
    small.world.outcomes.add({ action: "Late", status: "Failed", times: 1 });
    small.pass(3 * minute);
    small.ask("RetryStageExecution", body(latest(small), "ALL_ACTIONS"));
    expect(small.action("shop", "Build", "Late").latestExecution?.status).toBe("Failed");
  });

  it("tells EventBridge RESUMED, the attempt and from then on when the retry was", () => {
    const { small, id } = failed();
    const before = small.world.events.last;
    small.ask("RetryStageExecution", body(id));
    small.pass(5 * minute);
    const details = small.world.events.after(before).map(({ event }) => event.detail);
    expect(small.eventStates(before).slice(0, 3)).toEqual([
      "Pipeline RESUMED",
      "Stage RESUMED",
      "Action STARTED",
    ]);
    expect(details.every((detail) => detail["pipeline-execution-attempt"] === 2)).toBe(true);
    const ofStages = details.filter((detail) => "stage" in detail && !("action" in detail));
    expect(ofStages.map((detail) => [detail.stage, detail.state])).toEqual([
      ["Build", "RESUMED"],
      ["Build", "SUCCEEDED"],
      ["Ship", "STARTED"],
      ["Ship", "SUCCEEDED"],
    ]);
    for (const detail of ofStages)
      expect(detail["stage-last-retry-attempt-time"]).toBe("2025-11-20T09:02:00.000Z");
    expect(small.world.events.after(0)[1]?.event.detail).not.toHaveProperty("stage-last-retry-attempt-time");
  });

  it("lets siblings go on with FAILED_ACTIONS, and waits for them with ALL_ACTIONS", () => {
    const small = line();
    small.world.outcomes.add({ action: "Bad", status: "Failed", times: 1 });
    small.world.outcomes.add({ action: "Good", durationMs: 10 * minute });
    small.pass(2 * minute);
    const id = latest(small);
    expect(small.refusal("RetryStageExecution", body(id, "ALL_ACTIONS"))).toBe(
      "StageNotRetryableException: Stage 'Build' cannot be retried: some of its actions are in progress",
    );
    small.ask("RetryStageExecution", body(id));
    small.pass(minute);
    expect(runsOf(small, "Bad")).toEqual(["Succeeded", "Failed"]);
    expect(small.stage("shop", "Build").latestExecution?.status).toBe("InProgress");
    small.pass(20 * minute);
    expect(small.status("shop", id)).toBe("Succeeded");
    expect(runsOf(small, "Good")).toEqual(["Succeeded"]);
  });

  it("takes up a stopped stage: what was abandoned and what had not started", () => {
    for (const abandon of [false, true]) {
      const small = line();
      small.pass(minute + second);
      const id = latest(small);
      const stop = { pipelineName: "shop", pipelineExecutionId: id, abandon, reason: "wait" };
      small.ask("StopPipelineExecution", stop);
      small.pass(minute);
      expect(small.status("shop", id)).toBe("Stopped");
      small.ask("RetryStageExecution", body(id));
      expect(small.executions("shop")[0]).not.toHaveProperty("stopTrigger");
      small.pass(5 * minute);
      expect(small.status("shop", id)).toBe("Succeeded");
      expect(runsOf(small, "Good")).toEqual(abandon ? ["Succeeded", "Abandoned"] : ["Succeeded"]);
    }
  });

  it("asks for an approval that timed out or was rejected anew, with another token", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.create(pipelineOf("shop", [stage("Gate", [approval("Ask", { timeoutInMinutes: 5 })])]));
    small.pass(6 * minute);
    const id = latest(small);
    expect(small.status("shop", id)).toBe("Failed");
    small.ask("RetryStageExecution", body(id, "FAILED_ACTIONS", "Gate"));
    const first = small.token("shop", "Gate", "Ask");
    const where = { pipelineName: "shop", stageName: "Gate", actionName: "Ask" };
    const result = { status: "Rejected", summary: "not today" };
    small.ask("PutApprovalResult", { ...where, token: first, result });
    small.ask("RetryStageExecution", body(id, "ALL_ACTIONS", "Gate"));
    const token = small.token("shop", "Gate", "Ask");
    expect(token).not.toBe(first);
    expect(small.refusal("PutApprovalResult", { ...where, token: first, result })).toContain(
      "ApprovalAlreadyCompletedException",
    );
    small.ask("PutApprovalResult", { ...where, token, result: { ...result, status: "Approved" } });
    expect(small.status("shop", id)).toBe("Succeeded");
  });

  it("locks the stage again for whoever comes next, also behind a closed transition", () => {
    const { small, id } = failed();
    const where = { pipelineName: "shop", stageName: "Build", transitionType: "Inbound" };
    small.ask("DisableStageTransition", { ...where, reason: "Broken build" });
    small.ask("RetryStageExecution", body(id));
    const second = small.start("shop");
    small.pass(minute + 1);
    expect(small.stage("shop", "Build")).toMatchObject({
      latestExecution: { pipelineExecutionId: id },
      inboundExecution: { pipelineExecutionId: second },
    });
  });

  it("refuses an execution another one has passed, and one the pipeline does not know", () => {
    const { small, id } = failed();
    small.start("shop");
    small.pass(minute);
    const words = (of: string): string =>
      `NotLatestPipelineExecutionException: Pipeline execution '${of}' is not the latest in stage 'Build'`;
    expect(small.refusal("RetryStageExecution", body(id))).toBe(words(id));
    const unknown = "0f3c1b52-7a39-4c55-9d0c-2f6b1f7e9a10";
    expect(small.refusal("RetryStageExecution", body(unknown))).toBe(words(unknown));
  });

  it("refuses what is not failed: waiting, running, succeeded, skipped, superseded, kept out by a condition", () => {
    const refused = "StageNotRetryableException: Stage";
    const small = line();
    small.world.outcomes.add({ action: "Good", durationMs: 10 * minute });
    small.pass(minute);
    const first = latest(small);
    expect(small.refusal("RetryStageExecution", body(first))).toContain(refused);
    const second = small.start("shop");
    small.pass(minute);
    expect(small.refusal("RetryStageExecution", body(second))).toContain("the execution has not been in it");
    const third = small.start("shop");
    small.pass(minute);
    expect(small.status("shop", second)).toBe("Superseded");
    expect(small.refusal("RetryStageExecution", body(second))).toContain(refused);
    small.pass(60 * minute);
    expect(small.refusal("RetryStageExecution", body(third))).toContain("it has no failed actions");
    for (const [result, status] of [
      ["SKIP", "Skipped"],
      ["FAIL", "Failed"],
    ] as const) {
      const kept = line({ beforeEntry: condition(result, [lambdaRule]) });
      kept.world.outcomes.add({ rule: "Alarm", status: "Failed" });
      kept.pass(2 * minute);
      expect(kept.stage("shop", "Build").latestExecution?.status).toBe(status);
      expect(kept.refusal("RetryStageExecution", body(latest(kept)))).toContain("it has no failed actions");
    }
  });

  it("refuses after a change of the pipeline, an unknown stage and an unknown pipeline", () => {
    const { small, id } = failed();
    expect(small.refusal("RetryStageExecution", body(id, "ALL_ACTIONS", "Nowhere"))).toContain(
      "StageNotFoundException",
    );
    const elsewhere = { ...body(id), pipelineName: "other" };
    expect(small.refusal("RetryStageExecution", elsewhere)).toContain("PipelineNotFoundException");
    expect(small.refusal("RetryStageExecution", body(id, "SOME_ACTIONS"))).toContain("ValidationException");
    const build = stage("Build", [task("Good"), task("Bad")]);
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [build]) });
    expect(small.refusal("RetryStageExecution", body(id))).toBe(
      "StageNotRetryableException: Stage 'Build' cannot be retried: the structure of the pipeline has changed",
    );
  });

  it("refuses an execution beyond 50 of a PARALLEL pipeline, whose failed ones are the latest always", () => {
    const { small, id } = failed({}, { executionMode: "PARALLEL" });
    for (let count = 0; count < 50; count += 1) small.start("shop");
    expect(small.refusal("RetryStageExecution", body(id))).toBe(
      "ConcurrentPipelineExecutionsLimitExceededException: Pipeline 'shop' has reached the limit of 50 concurrent executions",
    );
    small.pass(10 * minute);
    small.ask("RetryStageExecution", body(id));
    small.pass(10 * minute);
    expect(small.status("shop", id)).toBe("Succeeded");
  });

  it("waits for the rules of the condition on failure", () => {
    const { small, id } = failed({ onFailure: condition("ROLLBACK") });
    expect(small.stage("shop", "Build").onFailureConditionState?.latestExecution?.status).toBe("InProgress");
    expect(small.refusal("RetryStageExecution", body(id))).toBe(
      "ConflictException: Stage 'Build' is busy handling ongoing activities. Try again later.",
    );
    small.pass(5 * minute);
    small.ask("RetryStageExecution", body(id));
  });
});

const lambdaRule = rule("LambdaInvoke", "Alarm", { FunctionName: "check" });
