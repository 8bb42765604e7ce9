import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/pipelines/[target]/[pipeline]/stages/[stage]/retry/route";
import { newId } from "../new-id";
import { call } from "../testing/request";
import { StageHouse } from "../testing/stage-house";
import { pressStage, type StagePress } from "../testing/stage-press";
import { conditionOf, type StageWorld } from "../testing/stage-world";

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

/** An execution whose action Ship failed in Deploy, once. */
async function failed(executionMode?: "SUPERSEDED" | "QUEUED" | "PARALLEL") {
  const pipeline = await house.pipeline({ more: executionMode === undefined ? {} : { executionMode } });
  await world.outcome(pipeline, "Ship", { status: "Failed", durationMs: 1000, times: 1 });
  const executionId = await world.release(pipeline);
  return { pipeline, executionId };
}

function retry(
  pipeline: string,
  executionId: string,
  more: { mode?: string; seenChangedAt?: string; reason?: string } = {},
  press: Partial<StagePress> = {},
) {
  const body = { executionId, mode: "FAILED_ACTIONS", ...more };
  return pressStage(POST, { cookie: house.cookie, pipeline, body, ...press });
}

const posts = (pipeline: string) => world.posts("RetryStageExecution", pipeline);

describe.each(["SUPERSEDED", "QUEUED", "PARALLEL"] as const)("a failed stage in %s mode", (mode) => {
  it("runs its failed actions again with one POST, and the execution goes on", async () => {
    const { pipeline, executionId } = await failed(mode);
    const { status, receipt } = await retry(pipeline, executionId, { reason: "flaky" });
    expect([status, receipt]).toMatchObject([
      200,
      { state: "accepted", verb: "retry", stage: "Deploy", executionId, reason: "flaky" },
    ]);
    await world.pass(5);
    expect(await world.executionStatus(pipeline, executionId)).toBe("Succeeded");
    expect(await world.runs(pipeline, executionId, "Migrate")).toBe(1);
    expect(await posts(pipeline)).toMatchObject([
      { outcome: "ok", requestId: receipt?.awsRequestId, input: { retryMode: "FAILED_ACTIONS" } },
    ]);
  });

  it("runs all its actions again", async () => {
    const { pipeline, executionId } = await failed(mode);
    expect((await retry(pipeline, executionId, { mode: "ALL_ACTIONS" })).receipt?.state).toBe("accepted");
    await world.pass(5);
    expect(await world.runs(pipeline, executionId, "Migrate")).toBe(2);
  });

  it("that somebody else retried is not retried again", async () => {
    const { pipeline, executionId } = await failed(mode);
    await world.retryElsewhere(pipeline, executionId);
    expect((await retry(pipeline, executionId)).receipt?.refusal).toEqual({
      code: "retry.running",
      message: "Deploy is at work; only what has failed or stopped is retried.",
      beforeSending: true,
    });
    expect(await posts(pipeline)).toHaveLength(1);
  });
});

describe("what the person saw", () => {
  it("decides: another execution in the stage by now is never retried, and the refusal names it", async () => {
    const { pipeline, executionId } = await failed();
    await world.outcome(pipeline, "Ship", { status: "Failed", durationMs: 1000, times: 1 });
    const next = await world.release(pipeline, "41fa0c7d9be3aa10c7d9be3aa1041fa0c7d9be3a");
    const { receipt } = await retry(pipeline, executionId);
    expect(receipt).toMatchObject({
      state: "refused",
      refusal: { code: "stage.moved", beforeSending: true },
    });
    expect(receipt?.refusal?.message).toContain(`execution ${next.slice(0, 8)} (41fa0c7 “Change 41fa”)`);
    expect(await posts(pipeline)).toHaveLength(0);
  });

  it("decides: a stage that failed again since is not retried unless it is looked at again", async () => {
    const { pipeline, executionId } = await failed();
    const seenChangedAt = await changedAt(pipeline);
    await world.outcome(pipeline, "Ship", { status: "Failed", durationMs: 1000, times: 1 });
    await world.retryElsewhere(pipeline, executionId);
    await world.pass(2);
    expect((await retry(pipeline, executionId, { seenChangedAt })).receipt?.refusal).toMatchObject({
      code: "stage.changed",
      beforeSending: true,
    });
    const again = await retry(pipeline, executionId, { seenChangedAt: await changedAt(pipeline) });
    expect(again.receipt?.state).toBe("accepted");
    expect(await posts(pipeline)).toHaveLength(2);
  });
});

describe("a retry", () => {
  it("of a stage where nothing failed is refused unsent", async () => {
    const pipeline = await house.pipeline();
    const executionId = await world.release(pipeline);
    expect((await retry(pipeline, executionId)).receipt?.refusal).toEqual({
      code: "retry.nothing-failed",
      message: "Deploy has nothing to retry: it succeeded.",
      beforeSending: true,
    });
  });

  it("of a stage that its condition stopped is refused unsent, saying what helps", async () => {
    const pipeline = await house.pipeline({ beforeEntry: conditionOf("FAIL") });
    await world.emulator.control("POST", "/outcomes", { pipeline, rule: "Check", status: "Failed" });
    const executionId = await world.release(pipeline);
    const { receipt } = await retry(pipeline, executionId);
    expect(receipt?.refusal?.code).toBe("retry.nothing-failed");
    expect(receipt?.refusal?.message).toContain("that is overridden, not retried");
  });

  it("of all actions waits for those at work", async () => {
    const pipeline = await house.pipeline();
    await world.outcome(pipeline, "Ship", { status: "Failed", durationMs: 1000, times: 1 });
    await world.outcome(pipeline, "Migrate", { durationMs: 3_600_000 });
    const executionId = await world.release(pipeline);
    expect((await retry(pipeline, executionId, { mode: "ALL_ACTIONS" })).receipt?.refusal).toMatchObject({
      code: "retry.actions-running",
      message: "All actions can be retried once none is at work; Migrate still is.",
    });
    expect((await retry(pipeline, executionId)).receipt?.state).toBe("accepted");
  });

  it("that AWS refuses says so in AWS's words: the pipeline was changed", async () => {
    const { pipeline, executionId } = await failed();
    await world.change(pipeline);
    const { receipt } = await retry(pipeline, executionId);
    expect(receipt).toMatchObject({
      state: "refused",
      refusal: { code: "StageNotRetryableException", beforeSending: false },
    });
  });

  it.each([
    ["resetAfter", "unknown", 2],
    ["error500", "unknown", 1],
    ["hang", "unknown", 1],
    ["malformed", "unknown", 2],
    ["throttle", "refused", 1],
  ])("is one POST when AWS answers with %s", async (kind, state, runs) => {
    const { pipeline, executionId } = await failed();
    await world.fault("RetryStageExecution", kind, 100);
    expect((await retry(pipeline, executionId)).receipt?.state).toBe(state);
    expect(await posts(pipeline)).toHaveLength(1);
    expect(await world.runs(pipeline, executionId, "Ship")).toBe(runs);
  });

  it("is one POST when clicked twice at once", async () => {
    const { pipeline, executionId } = await failed();
    const key = newId();
    const press = () => retry(pipeline, executionId, {}, { key });
    const [one, two] = await Promise.all([press(), press()]);
    expect(one.receipt?.state).toBe("accepted");
    expect(two.receipt).toEqual(one.receipt);
    const other = await retry(pipeline, executionId, { mode: "ALL_ACTIONS" }, { key });
    expect([other.status, other.body.code]).toEqual([422, "request.key-reused"]);
    expect(await posts(pipeline)).toHaveLength(1);
  });

  it("is 404, 400, 403, 401 or 405 where it cannot be meant, and leaves nothing", async () => {
    const { pipeline, executionId } = await failed();
    expect((await retry(pipeline, executionId, {}, { stage: "Deploi" })).body).toMatchObject({
      code: "stage.not-found",
      didYouMean: "Deploy",
    });
    expect((await retry(`${pipeline}x`, executionId)).body.code).toBe("pipeline.not-found");
    expect((await retry(pipeline, executionId, { mode: "SOME" })).body.errors).toMatchObject([
      { field: "body.mode" },
    ]);
    const approver = await house.cookieOf("approver");
    expect((await retry(pipeline, executionId, {}, { cookie: approver })).status).toBe(403);
    expect((await retry(pipeline, executionId, {}, { cookie: "" })).status).toBe(401);
    const read = await call(GET, { headers: { cookie: house.cookie } });
    expect([read.status, read.headers.get("allow")]).toEqual([405, "POST"]);
    expect(await posts(pipeline)).toHaveLength(0);
  });
});

/** `changedAt` of the stage as its page shows it. */
async function changedAt(pipeline: string): Promise<string> {
  const { actionStates = [] } = await world.stage(pipeline, "Deploy");
  const changes = actionStates.map(({ latestExecution }) => latestExecution?.lastStatusChange?.toISOString());
  return changes.sort().at(-1) ?? "";
}
