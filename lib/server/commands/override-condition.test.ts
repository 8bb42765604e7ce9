import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/pipelines/[target]/[pipeline]/stages/[stage]/override/route";
import { newId } from "../new-id";
import { StageHouse } from "../testing/stage-house";
import { pressStage, type StagePress } from "../testing/stage-press";
import { conditionOf, type StageParts, type StageWorld } from "../testing/stage-world";

let house: StageHouse;
let world: StageWorld;

beforeAll(async () => {
  house = await StageHouse.open();
  world = house.world;
});
afterAll(() => house.close());
beforeEach(async () => {
  await world.emulator.control("DELETE", "/faults");
});

const HOUR_MS = 3_600_000;

/** An execution that stands before Deploy's condition: its rule has failed, or takes an hour. */
async function stopped(parts: StageParts = { beforeEntry: conditionOf("FAIL") }, rule: object = FAILS) {
  const pipeline = await house.pipeline(parts);
  await world.emulator.control("POST", "/outcomes", { pipeline, rule: "Check", ...rule });
  return { pipeline, executionId: await world.release(pipeline) };
}
const FAILS = { status: "Failed", durationMs: 1000 };
const TAKES_LONG = { durationMs: HOUR_MS };

function override(
  pipeline: string,
  executionId: string,
  more: { condition?: string; seenChangedAt?: string; reason?: string } = {},
  press: Partial<StagePress> = {},
) {
  const body = { executionId, condition: "BEFORE_ENTRY", reason: "the alarm is known", ...more };
  return pressStage(POST, { cookie: house.cookie, pipeline, body, ...press });
}

const posts = (pipeline: string) => world.posts("OverrideStageCondition", pipeline);

describe.each(["SUPERSEDED", "QUEUED", "PARALLEL"] as const)("a condition in %s mode", (executionMode) => {
  it("that failed is overridden with one POST, and the execution goes on", async () => {
    const { pipeline, executionId } = await stopped({
      beforeEntry: conditionOf("FAIL"),
      more: { executionMode },
    });
    expect(await world.executionStatus(pipeline, executionId)).toBe("Failed");
    const { status, receipt } = await override(pipeline, executionId);
    expect([status, receipt]).toMatchObject([
      200,
      { state: "accepted", verb: "override", stage: "Deploy", executionId, reason: "the alarm is known" },
    ]);
    await world.pass(5);
    expect(await world.executionStatus(pipeline, executionId)).toBe("Succeeded");
    expect(await posts(pipeline)).toMatchObject([
      { outcome: "ok", requestId: receipt?.awsRequestId, input: { conditionType: "BEFORE_ENTRY" } },
    ]);
  });
});

describe("a condition", () => {
  it("that is being asked is overridden too", async () => {
    const { pipeline, executionId } = await stopped(undefined, TAKES_LONG);
    expect((await override(pipeline, executionId)).receipt?.state).toBe("accepted");
    await world.pass(5);
    expect(await world.executionStatus(pipeline, executionId)).toBe("Succeeded");
  });

  it("on success is overridden by its own name", async () => {
    const { pipeline, executionId } = await stopped({ onSuccess: conditionOf("FAIL") });
    expect((await override(pipeline, executionId)).receipt?.refusal).toMatchObject({
      code: "condition.not-found",
      beforeSending: true,
    });
    const { receipt } = await override(pipeline, executionId, { condition: "ON_SUCCESS" });
    expect(receipt?.state).toBe("accepted");
  });

  it("that is met, was overridden or skips its stage is left alone", async () => {
    const met = await stopped(undefined, { durationMs: 1000 });
    expect((await override(met.pipeline, met.executionId)).receipt?.refusal?.code).toBe("condition.met");
    const other = await stopped();
    await world.overrideElsewhere(other.pipeline, other.executionId);
    expect((await override(other.pipeline, other.executionId)).receipt?.refusal?.code).toBe(
      "condition.overridden",
    );
    const skips = await stopped({ beforeEntry: conditionOf("SKIP") });
    expect((await override(skips.pipeline, skips.executionId)).receipt?.refusal?.code).toBe(
      "condition.skips",
    );
    for (const { pipeline } of [met, skips]) expect(await posts(pipeline)).toHaveLength(0);
  });

  it("of another execution than the person saw is never overridden, and the refusal names that one", async () => {
    const { pipeline, executionId } = await stopped();
    const next = await world.release(pipeline, "41fa0c7d9be3aa10c7d9be3aa1041fa0c7d9be3a");
    const { receipt } = await override(pipeline, executionId);
    expect(receipt?.refusal).toMatchObject({ code: "stage.moved", beforeSending: true });
    expect(receipt?.refusal?.message).toContain(`execution ${next.slice(0, 8)} (41fa0c7 “Change 41fa”)`);
    expect(await posts(pipeline)).toHaveLength(0);
  });

  it("that was judged anew since is looked at again first", async () => {
    const { pipeline, executionId } = await stopped();
    const stale = "2020-01-01T00:00:00.000Z";
    expect((await override(pipeline, executionId, { seenChangedAt: stale })).receipt?.refusal?.code).toBe(
      "stage.changed",
    );
    const { beforeEntryConditionState } = await world.stage(pipeline, "Deploy");
    const [condition] = beforeEntryConditionState?.conditionStates ?? [];
    const seenChangedAt = condition?.latestExecution?.lastStatusChange?.toISOString();
    expect((await override(pipeline, executionId, { seenChangedAt })).receipt?.state).toBe("accepted");
  });
});

describe("one press", () => {
  it("that AWS refuses says so in AWS's words", async () => {
    const { pipeline, executionId } = await stopped();
    await world.change(pipeline, { beforeEntry: conditionOf("FAIL"), more: { executionMode: "QUEUED" } });
    const { receipt } = await override(pipeline, executionId);
    expect(receipt?.refusal).toMatchObject({
      code: "ConditionNotOverridableException",
      beforeSending: false,
    });
  });

  it.each([
    ["resetAfter", "unknown", "InProgress"],
    ["error500", "unknown", "Failed"],
    ["hang", "unknown", "Failed"],
    ["throttle", "refused", "Failed"],
  ])("is one POST when AWS answers with %s", async (kind, state, effect) => {
    const { pipeline, executionId } = await stopped();
    await world.fault("OverrideStageCondition", kind, 100);
    expect((await override(pipeline, executionId)).receipt?.state).toBe(state);
    expect(await posts(pipeline)).toHaveLength(1);
    expect(await world.executionStatus(pipeline, executionId)).toBe(effect);
  });

  it("is one POST when clicked twice at once", async () => {
    const { pipeline, executionId } = await stopped();
    const key = newId();
    const press = () => override(pipeline, executionId, {}, { key });
    const [one, two] = await Promise.all([press(), press()]);
    expect(two.receipt).toEqual(one.receipt);
    expect(await posts(pipeline)).toHaveLength(1);
  });

  it("is refused where it cannot be meant", async () => {
    const { pipeline, executionId } = await stopped();
    expect((await override(pipeline, executionId, { condition: "ON_FAILURE" })).body.errors).toMatchObject([
      { field: "body.condition" },
    ]);
    expect((await override(pipeline, executionId, { reason: "" })).status).toBe(400);
    expect((await override(pipeline, executionId, {}, { stage: "Nowhere" })).status).toBe(404);
    const approver = await house.cookieOf("approver");
    expect((await override(pipeline, executionId, {}, { cookie: approver })).status).toBe(403);
    expect(await posts(pipeline)).toHaveLength(0);
  });
});
