import { describe, expect, it } from "vitest";
import { minute, second } from "../engine/duration";
import { alarm, condition, rule } from "./testing/conditions";
import { pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld } from "./testing/small-world";

const check = rule("LambdaInvoke", "Check", { FunctionName: "check" });

type Parts = Parameters<typeof stage>[2];

/** Source 1 min, then Guarded whose rules take 10 min, then End. */
function guarded(
  parts: Parts,
  more: Parameters<typeof pipelineOf>[2] = {},
): { small: SmallWorld; id: string } {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  for (const name of ["Alarm", "Check"]) small.world.outcomes.add({ rule: name, durationMs: 10 * minute });
  small.create(
    pipelineOf("shop", [stage("Guarded", [task("Go")], parts), stage("End", [task("Tell")])], more),
  );
  small.pass(minute + second);
  return { small, id: small.executions("shop")[0]?.pipelineExecutionId ?? "" };
}

/** The same where the first rule fails after a second. */
function failing(
  parts: Parts,
  more: Parameters<typeof pipelineOf>[2] = {},
): { small: SmallWorld; id: string } {
  const made = guarded(parts, more);
  made.small.world.outcomes.add({ rule: "Alarm", status: "Failed", durationMs: second, times: 1 });
  made.small.world.outcomes.add({ rule: "Check", durationMs: second });
  return made;
}

function body(pipelineExecutionId: string, conditionType = "BEFORE_ENTRY", stageName = "Guarded"): object {
  return { pipelineName: "shop", stageName, pipelineExecutionId, conditionType };
}

const notOverridable =
  "ConditionNotOverridableException: Stage 'Guarded' has no condition of this type that can be overridden now";

describe("OverrideStageCondition", () => {
  it("before entry abandons the rules under way and starts the actions", () => {
    const { small, id } = guarded({ beforeEntry: condition("FAIL", [alarm, check]) });
    small.world.outcomes.add({ rule: "Alarm", durationMs: second });
    expect(small.ask("OverrideStageCondition", body(id))).toBeUndefined();
    expect(small.stage("shop", "Guarded")).toMatchObject({
      latestExecution: { status: "InProgress" },
      actionStates: [{ latestExecution: { status: "InProgress" } }],
      beforeEntryConditionState: {
        latestExecution: { status: "Overridden" },
        conditionStates: [
          {
            latestExecution: { status: "Overridden" },
            ruleStates: [
              { latestExecution: { status: "Abandoned", lastUpdatedBy: small.ctx.principalArn } },
              { latestExecution: { status: "Abandoned" } },
            ],
          },
        ],
      },
    });
    small.pass(2 * minute);
    expect(small.status("shop", id)).toBe("Succeeded");
    expect(small.ask("ListRuleExecutions", { pipelineName: "shop" })).toMatchObject({
      ruleExecutionDetails: [
        { status: "Abandoned", updatedBy: small.ctx.principalArn },
        { status: "Abandoned", updatedBy: small.ctx.principalArn },
      ],
    });
  });

  it("on success lets the stage succeed", () => {
    const { small, id } = guarded({ onSuccess: condition("ROLLBACK") });
    small.pass(minute);
    small.ask("OverrideStageCondition", body(id, "ON_SUCCESS"));
    expect(small.stage("shop", "Guarded")).toMatchObject({
      latestExecution: { status: "Succeeded" },
      onSuccessConditionState: { latestExecution: { status: "Overridden" } },
    });
    small.pass(minute);
    expect(small.status("shop", id)).toBe("Succeeded");
  });

  it("takes up a stage that failed by its condition", () => {
    const before = failing({ beforeEntry: condition("FAIL", [alarm]) });
    const entry = before.small;
    entry.pass(11 * minute);
    const again = entry.start("shop");
    entry.pass(2 * minute);
    expect(entry.stage("shop", "Guarded").latestExecution).toEqual({
      pipelineExecutionId: again,
      status: "Failed",
    });
    const events = entry.world.events.last;
    entry.ask("OverrideStageCondition", body(again));
    expect(entry.eventStates(events)).toEqual(["Pipeline RESUMED", "Stage RESUMED", "Action STARTED"]);
    expect(entry.world.events.after(events)[1]?.event.detail).toMatchObject({
      "pipeline-execution-attempt": 1,
    });
    entry.pass(2 * minute);
    expect(entry.status("shop", again)).toBe("Succeeded");

    const { small, id } = failing({ onSuccess: condition("FAIL") });
    small.pass(minute);
    expect(small.status("shop", id)).toBe("Failed");
    small.ask("OverrideStageCondition", body(id, "ON_SUCCESS"));
    expect(small.stage("shop", "Guarded").latestExecution?.status).toBe("Succeeded");
    small.pass(minute);
    expect(small.status("shop", id)).toBe("Succeeded");
    expect(small.actionRuns("shop")).toHaveLength(3);
  });

  it("refuses a condition that is not there, is met, skips, or belongs to a stopped stage", () => {
    const { small, id } = guarded({ beforeEntry: condition("FAIL") });
    expect(small.refusal("OverrideStageCondition", body(id, "ON_SUCCESS"))).toBe(notOverridable);
    small.pass(10 * minute);
    expect(small.refusal("OverrideStageCondition", body(id))).toBe(notOverridable);
    const skip = guarded({ beforeEntry: condition("SKIP", [check]) });
    expect(skip.small.refusal("OverrideStageCondition", body(skip.id))).toBe(notOverridable);
    const stopped = guarded({ beforeEntry: condition("FAIL") });
    const stop = { pipelineName: "shop", pipelineExecutionId: stopped.id, abandon: true };
    stopped.small.ask("StopPipelineExecution", stop);
    stopped.small.pass(minute);
    expect(stopped.small.refusal("OverrideStageCondition", body(stopped.id))).toBe(notOverridable);
    const fresh = guarded({ onSuccess: condition("FAIL") });
    expect(fresh.small.refusal("OverrideStageCondition", body(fresh.id, "ON_SUCCESS"))).toBe(notOverridable);
    expect(fresh.small.refusal("OverrideStageCondition", body(fresh.id, "ON_FAILURE"))).toContain(
      "ValidationException",
    );
  });

  it("refuses while the execution stops or ends by a change, and after the change", () => {
    const busy = "ConflictException: Stage 'Guarded' is busy handling ongoing activities. Try again later.";
    const stopping = guarded({ beforeEntry: condition("FAIL") });
    stopping.small.ask("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId: stopping.id });
    expect(stopping.small.refusal("OverrideStageCondition", body(stopping.id))).toBe(busy);
    const parts = { beforeEntry: condition("FAIL") };
    const changed = pipelineOf("shop", [stage("Guarded", [task("Go")], parts)]);
    const edited = guarded(parts);
    edited.small.ask("UpdatePipeline", { pipeline: changed });
    expect(edited.small.refusal("OverrideStageCondition", body(edited.id))).toBe(busy);
    const { small, id } = failing({ onSuccess: condition("FAIL") });
    small.pass(minute);
    small.ask("UpdatePipeline", { pipeline: changed });
    expect(small.refusal("OverrideStageCondition", body(id, "ON_SUCCESS"))).toBe(notOverridable);
  });

  it("refuses an execution another one has passed and one nobody knows", () => {
    const { small, id } = failing({ onSuccess: condition("FAIL") });
    small.pass(minute);
    small.start("shop");
    small.pass(minute);
    expect(small.refusal("OverrideStageCondition", body(id, "ON_SUCCESS"))).toBe(
      `NotLatestPipelineExecutionException: Pipeline execution '${id}' is not the latest in stage 'Guarded'`,
    );
    const unknown = "0f3c1b52-7a39-4c55-9d0c-2f6b1f7e9a10";
    expect(small.refusal("OverrideStageCondition", body(unknown))).toContain(
      "NotLatestPipelineExecutionException",
    );
    expect(small.refusal("OverrideStageCondition", body(id, "ON_SUCCESS", "Nowhere"))).toContain(
      "StageNotFoundException",
    );
    const elsewhere = { ...body(id), pipelineName: "other" };
    expect(small.refusal("OverrideStageCondition", elsewhere)).toContain("PipelineNotFoundException");
  });

  it("refuses to take up an execution beyond 50", () => {
    const { small, id } = failing({ onSuccess: condition("FAIL") }, { executionMode: "PARALLEL" });
    small.pass(minute);
    for (let count = 0; count < 50; count += 1) small.start("shop");
    expect(small.refusal("OverrideStageCondition", body(id, "ON_SUCCESS"))).toContain(
      "ConcurrentPipelineExecutionsLimitExceededException",
    );
    small.pass(20 * minute);
    small.ask("OverrideStageCondition", body(id, "ON_SUCCESS"));
    small.pass(10 * minute);
    expect(small.status("shop", id)).toBe("Succeeded");
  });
});
