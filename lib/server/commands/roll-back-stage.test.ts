import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/pipelines/[target]/[pipeline]/stages/[stage]/rollback/route";
import { newId } from "../new-id";
import { findReceipt } from "../store/receipts";
import { StageHouse } from "../testing/stage-house";
import { pressStage, type StagePress } from "../testing/stage-press";
import type { StageParts, StageWorld } from "../testing/stage-world";
import { holdIdOf } from "./hold-gate";

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

/** A pipeline where `good` went through, and then `bad`. */
async function released(parts: StageParts = {}) {
  const pipeline = await house.pipeline(parts);
  const good = await world.release(pipeline);
  const bad = await world.release(pipeline);
  return { pipeline, good, bad };
}

interface Rollback {
  hold?: boolean;
  reason?: string;
  seenExecutionId?: string;
  seenClosed?: true;
}

function rollBack(
  pipeline: string,
  targetExecutionId: string,
  more: Rollback = {},
  press: Partial<StagePress> = {},
) {
  const body = { targetExecutionId, reason: "5xx since the release", ...more };
  return pressStage(POST, { cookie: house.cookie, pipeline, body, ...press });
}

const posts = (pipeline: string) => world.posts("RollbackStage", pipeline);
const closings = (pipeline: string) => world.posts("DisableStageTransition", pipeline);
const isOpen = async (pipeline: string) =>
  (await world.stage(pipeline, "Deploy")).inboundTransitionState?.enabled;

describe.each(["SUPERSEDED", "QUEUED"] as const)("a stage in %s mode", (executionMode) => {
  it("is rolled back with one POST: a new execution runs it with what the earlier one had", async () => {
    const { pipeline, good, bad } = await released({ more: { executionMode } });
    const { status, receipt } = await rollBack(pipeline, good, { seenExecutionId: bad });
    expect([status, receipt]).toMatchObject([
      200,
      { state: "accepted", verb: "rollback", stage: "Deploy", reason: "5xx since the release" },
    ]);
    await world.pass(5);
    const [newest] = await world.executions(pipeline);
    expect(newest).toMatchObject({
      status: "Succeeded",
      executionType: "ROLLBACK",
      rollbackMetadata: { rollbackTargetPipelineExecutionId: good },
    });
    expect(await posts(pipeline)).toMatchObject([
      { outcome: "ok", requestId: receipt?.awsRequestId, input: { targetPipelineExecutionId: good } },
    ]);
    expect(await closings(pipeline)).toHaveLength(0);
  });

  it("is rolled back and held in the same press: what waits in front of it stays there", async () => {
    const { pipeline, good } = await released({ more: { executionMode } });
    await world.outcome(pipeline, "Ship", { status: "Failed", durationMs: 120_000, times: 1 });
    const failing = await world.release(pipeline);
    const key = newId();
    const { receipt } = await rollBack(pipeline, good, { hold: true, seenExecutionId: failing }, { key });
    expect(receipt?.state).toBe("accepted");
    const next = await world.release(pipeline);
    expect((await world.stage(pipeline, "Deploy")).inboundExecution?.pipelineExecutionId).toBe(next);
    expect((await world.stage(pipeline, "Deploy")).latestExecution?.type).toBe("ROLLBACK");
    expect((await findReceipt(holdIdOf(key)))?.receipt).toMatchObject({
      verb: "close-transition",
      state: "accepted",
      stage: "Deploy",
      reason: "5xx since the release",
    });
    expect([await closings(pipeline), await posts(pipeline)]).toMatchObject([
      [{ outcome: "ok" }],
      [{ outcome: "ok" }],
    ]);
  });
});

describe("holding", () => {
  it("sends no rollback when nobody knows whether the gate was closed, and says so", async () => {
    const { pipeline, good } = await released();
    await world.fault("DisableStageTransition", "resetAfter", 100);
    const { receipt } = await rollBack(pipeline, good, { hold: true });
    expect(receipt).toMatchObject({
      state: "refused",
      refusal: { code: "rollback.not-held", beforeSending: true },
    });
    expect(receipt?.refusal?.message).toContain("AWS's answer was lost");
    expect([await closings(pipeline), await posts(pipeline)]).toMatchObject([[{}], []]);
  });

  it("sends no rollback when the gate could not be closed", async () => {
    const { pipeline, good } = await released();
    await world.fault("DisableStageTransition", "accessDenied", 100);
    const { receipt } = await rollBack(pipeline, good, { hold: true });
    expect(receipt?.refusal?.code).toBe("rollback.not-held");
    expect(await posts(pipeline)).toHaveLength(0);
    expect(await isOpen(pipeline)).toBe(true);
  });

  it("takes a gate that is closed already as it is", async () => {
    const { pipeline, good } = await released();
    await world.closeElsewhere(pipeline);
    expect((await rollBack(pipeline, good, { hold: true })).receipt?.state).toBe("accepted");
    expect(await closings(pipeline)).toHaveLength(1);
  });

  it("does not close the gate for a rollback that is refused anyway", async () => {
    const { pipeline, good } = await released();
    await world.outcome(pipeline, "Ship", { durationMs: 3_600_000 });
    await world.release(pipeline);
    expect((await rollBack(pipeline, good, { hold: true })).receipt?.refusal?.code).toBe(
      "rollback.stage-running",
    );
    expect(await isOpen(pipeline)).toBe(true);
  });

  it("leaves the gate closed when AWS refuses the rollback, each with a receipt of its own", async () => {
    const { pipeline, good } = await released();
    await world.fault("RollbackStage", "throttle", 100);
    const key = newId();
    const { receipt } = await rollBack(pipeline, good, { hold: true }, { key });
    expect(receipt).toMatchObject({ state: "refused", refusal: { beforeSending: false } });
    expect((await findReceipt(holdIdOf(key)))?.receipt.state).toBe("accepted");
    expect(await isOpen(pipeline)).toBe(false);
  });

  it("is one closing and one rollback when clicked twice at once", async () => {
    const { pipeline, good } = await released();
    const key = newId();
    const press = () => rollBack(pipeline, good, { hold: true }, { key });
    const [one, two] = await Promise.all([press(), press()]);
    expect(two.receipt).toEqual(one.receipt);
    expect((await rollBack(pipeline, good, { hold: false }, { key })).status).toBe(422);
    expect([await closings(pipeline), await posts(pipeline)]).toMatchObject([[{}], [{}]]);
  });
});

describe("what the person saw", () => {
  it("decides: with another execution in the stage by now nothing is rolled back, and the refusal names it", async () => {
    const { pipeline, good, bad } = await released();
    const next = await world.release(pipeline, "41fa0c7d9be3aa10c7d9be3aa1041fa0c7d9be3a");
    const { receipt } = await rollBack(pipeline, good, { seenExecutionId: bad });
    expect(receipt?.refusal).toMatchObject({ code: "stage.moved", beforeSending: true });
    expect(receipt?.refusal?.message).toContain(`execution ${next.slice(0, 8)} (41fa0c7 “Change 41fa”)`);
    expect(await posts(pipeline)).toHaveLength(0);
  });

  it("decides: what somebody else rolled back already is not rolled back again", async () => {
    const { pipeline, good, bad } = await released();
    await world.rollBackElsewhere(pipeline, good);
    await world.pass(5);
    const { receipt } = await rollBack(pipeline, good, { seenExecutionId: bad });
    expect(receipt?.refusal?.code).toBe("stage.moved");
    expect(await posts(pipeline)).toHaveLength(1);
  });
});

describe("a gate that the person saw closed", () => {
  it("and that is open by now has the rollback refused unsent, unless it is closed first", async () => {
    const { pipeline, good } = await released();
    await world.closeElsewhere(pipeline);
    await world.openElsewhere(pipeline);
    const { receipt } = await rollBack(pipeline, good, { seenClosed: true });
    expect(receipt?.refusal).toMatchObject({ code: "rollback.gate-opened", beforeSending: true });
    expect(receipt?.refusal?.message).toContain("closed when you looked and is open now");
    expect(await posts(pipeline)).toHaveLength(0);
    expect((await rollBack(pipeline, good, { seenClosed: true, hold: true })).receipt?.state).toBe(
      "accepted",
    );
    expect(await isOpen(pipeline)).toBe(false);
  });

  it("and that is closed still lets the rollback go", async () => {
    const { pipeline, good } = await released();
    await world.closeElsewhere(pipeline);
    expect((await rollBack(pipeline, good, { seenClosed: true })).receipt?.state).toBe("accepted");
  });
});

describe("a rollback", () => {
  it("that AWS never does is refused unsent, saying why", async () => {
    const { pipeline, good } = await released();
    const rollback = await world.rollBackElsewhere(pipeline, good);
    await world.pass(5);
    expect((await rollBack(pipeline, rollback)).receipt?.refusal?.code).toBe("rollback.not-standard");
    expect((await rollBack(pipeline, good, {}, { stage: "Source" })).receipt?.refusal?.code).toBe(
      "rollback.source-stage",
    );
    await world.change(pipeline);
    expect((await rollBack(pipeline, good)).receipt?.refusal?.code).toBe("rollback.older-version");
    const parallel = await released({ more: { executionMode: "PARALLEL" } });
    expect((await rollBack(parallel.pipeline, parallel.good)).receipt?.refusal?.code).toBe(
      "rollback.parallel",
    );
    expect(await posts(parallel.pipeline)).toHaveLength(0);
  });

  it("to what did not succeed there is refused by AWS, in its words", async () => {
    const pipeline = await house.pipeline();
    await world.outcome(pipeline, "Ship", { status: "Failed", durationMs: 1000, times: 1 });
    const failed = await world.release(pipeline);
    await world.release(pipeline);
    expect((await rollBack(pipeline, failed)).receipt?.refusal).toMatchObject({
      code: "UnableToRollbackStageException",
      beforeSending: false,
    });
  });

  it.each([
    ["resetAfter", "unknown", "ROLLBACK"],
    ["error500", "unknown", undefined],
    ["hang", "unknown", undefined],
    ["malformed", "unknown", "ROLLBACK"],
    ["throttle", "refused", undefined],
  ])("is one POST when AWS answers with %s", async (kind, state, type) => {
    const { pipeline, good } = await released();
    await world.fault("RollbackStage", kind, 100);
    expect((await rollBack(pipeline, good)).receipt?.state).toBe(state);
    expect(await posts(pipeline)).toHaveLength(1);
    expect((await world.stage(pipeline, "Deploy")).latestExecution?.type).toBe(type);
  });

  it("is refused where it cannot be meant", async () => {
    const { pipeline, good } = await released();
    expect((await rollBack(pipeline, newId())).body.code).toBe("execution.not-found");
    expect((await rollBack(pipeline, good, {}, { stage: "Deploi" })).body.code).toBe("stage.not-found");
    expect((await rollBack(pipeline, good, { reason: "" })).body.errors).toMatchObject([
      { field: "body.reason" },
    ]);
    const approver = await house.cookieOf("approver");
    expect((await rollBack(pipeline, good, {}, { cookie: approver })).status).toBe(403);
    expect(await posts(pipeline)).toHaveLength(0);
  });
});
