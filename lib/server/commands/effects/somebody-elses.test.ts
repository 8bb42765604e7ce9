import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Receipt } from "@/lib/domain/receipt";
import { followClock } from "../../clock";
import { getConfig } from "../../config/get-config";
import { findOpen } from "../../store/open-receipts";
import { findReceipt } from "../../store/receipts";
import { presser } from "../../testing/presser";
import { StageHouse } from "../../testing/stage-house";
import { conditionOf, type StageWorld } from "../../testing/stage-world";
import { changeTransition } from "../change-transition";
import { overrideCondition } from "../override-condition";
import { releaseChange } from "../release-change";
import { retryStage } from "../retry-stage";
import { rollBackStage } from "../roll-back-stage";
import { settleReceipt } from "../settle-receipt";
import { stopExecution } from "../stop-execution";

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

const by = () => presser("operator");
const at = (pipeline: string) => ({ target: "dev-eu", pipeline, stage: "Deploy" });
const FAILING = { status: "Failed", durationMs: 1000 };
const retry = (
  pipeline: string,
  executionId: string,
  mode: "FAILED_ACTIONS" | "ALL_ACTIONS" = "FAILED_ACTIONS",
) => retryStage(by(), at(pipeline), { executionId, mode });
const override = (pipeline: string, executionId: string) =>
  overrideCondition(by(), at(pipeline), { executionId, condition: "BEFORE_ENTRY", reason: "known" });

/** The press whose answer is lost and that AWS does not carry out. */
async function lost(operation: string, press: () => Promise<Receipt>): Promise<Receipt> {
  await world.fault(operation, "error500");
  const receipt = await house.press(press);
  expect(receipt.state).toBe("unknown");
  return receipt;
}

async function settled(receipt: Receipt): Promise<Receipt | undefined> {
  const [target] = getConfig().targets;
  const open = await findOpen(receipt.id);
  if (!target || !open) throw new Error("no such receipt");
  await followClock();
  await settleReceipt(target, open, "press");
  return (await findReceipt(receipt.id))?.receipt;
}

/** How the receipt stands while AWS would still take the request, and at its end. */
async function ends(receipt: Receipt): Promise<Array<string | undefined>> {
  const first = await settled(receipt);
  await world.pass(31);
  const last = first?.state === "unknown" ? await settled(receipt) : first;
  return [first?.state, last?.state, last?.finding];
}

const NOBODYS = expect.stringContaining("AWS does not tell by whom");

/** A stage in which an action fails. */
async function failed(executionMode: "SUPERSEDED" | "PARALLEL") {
  const pipeline = await house.pipeline({ more: { executionMode } });
  await world.outcome(pipeline, "Ship", FAILING);
  return { pipeline, executionId: await world.release(pipeline) };
}

/** A stage whose entry condition is never met, and whose action fails once somebody has overridden it. */
async function ward(executionMode: "SUPERSEDED" | "PARALLEL", rule: object = FAILING) {
  const pipeline = await house.pipeline({ beforeEntry: conditionOf("FAIL"), more: { executionMode } });
  await world.emulator.control("POST", "/outcomes", { pipeline, rule: "Check", ...rule });
  await world.outcome(pipeline, "Ship", FAILING);
  return { pipeline, executionId: await world.release(pipeline) };
}

describe("an answer that was lost, and somebody else's same press seen", () => {
  it.each(["SUPERSEDED", "PARALLEL"] as const)("is undecided for a retry in %s", async (mode) => {
    const { pipeline, executionId } = await failed(mode);
    const receipt = await lost("RetryStageExecution", () => retry(pipeline, executionId));
    await world.pass(1);
    await world.retryElsewhere(pipeline, executionId);
    expect(await ends(receipt)).toEqual(["unknown", "undecided", NOBODYS]);
  });

  it.each(["SUPERSEDED", "PARALLEL"] as const)("is undecided for an override in %s", async (mode) => {
    const { pipeline, executionId } = await ward(mode);
    const receipt = await lost("OverrideStageCondition", () => override(pipeline, executionId));
    await world.pass(1);
    await world.overrideElsewhere(pipeline, executionId);
    expect(await ends(receipt)).toEqual(["unknown", "undecided", NOBODYS]);
  });

  it("is without effect for an override while the rules are at work: AWS keeps who abandoned them", async () => {
    const { pipeline, executionId } = await ward("SUPERSEDED", { durationMs: 3_600_000 });
    const receipt = await lost("OverrideStageCondition", () => override(pipeline, executionId));
    await world.overrideElsewhere(pipeline, executionId);
    const finding = expect.stringContaining("overridden by emulator");
    expect(await ends(receipt)).toEqual(["no-effect", "no-effect", finding]);
  });

  it("is without effect for an opening: AWS keeps who changed it", async () => {
    const pipeline = await house.pipeline();
    await world.closeElsewhere(pipeline);
    const receipt = await lost("EnableStageTransition", () =>
      changeTransition(by(), at(pipeline), { type: "Inbound", enabled: true, reason: "fine" }),
    );
    await world.openElsewhere(pipeline);
    const finding = "The transition into Deploy is open, by emulator.";
    expect(await ends(receipt)).toEqual(["no-effect", "no-effect", finding]);
  });

  it("is without effect for a closing, even for the same reason", async () => {
    const pipeline = await house.pipeline();
    const receipt = await lost("DisableStageTransition", () =>
      changeTransition(by(), at(pipeline), { type: "Inbound", enabled: false, reason: "closed by hand" }),
    );
    await world.closeElsewhere(pipeline);
    expect((await ends(receipt))[0]).toBe("no-effect");
  });

  it("is without effect for a release: AWS keeps who started the execution", async () => {
    const pipeline = await house.pipeline();
    const receipt = await lost("StartPipelineExecution", () =>
      releaseChange(by(), { target: "dev-eu", pipeline }, {}),
    );
    await world.startElsewhere(pipeline);
    expect(await ends(receipt)).toEqual(["unknown", "no-effect", expect.any(String)]);
  });

  it("is without effect for a rollback: AWS keeps who started it", async () => {
    const pipeline = await house.pipeline();
    const targetExecutionId = await world.release(pipeline);
    await world.release(pipeline);
    const receipt = await lost("RollbackStage", () =>
      rollBackStage(by(), at(pipeline), { targetExecutionId, reason: "5xx" }),
    );
    await world.rollBackElsewhere(pipeline, targetExecutionId);
    expect(await ends(receipt)).toEqual(["unknown", "no-effect", expect.any(String)]);
  });

  it("is without effect for a stop for another reason", async () => {
    const { pipeline, id } = await working();
    const receipt = await lost("StopPipelineExecution", () => stop(pipeline, id, false, "mine"));
    await world.stopElsewhere(pipeline, id, "theirs");
    expect((await ends(receipt))[0]).toBe("no-effect");
  });
});

/** An execution at work for an hour. */
async function working() {
  const pipeline = await house.pipeline();
  await world.outcome(pipeline, "Ship", { durationMs: 3_600_000 });
  return { pipeline, id: await world.release(pipeline) };
}

const stop = (pipeline: string, id: string, abandon: boolean, reason: string) =>
  stopExecution(by(), { target: "dev-eu", pipeline, id }, { abandon, reason });

describe("an answer that was lost, and another press of Pipedeck's seen at the very same time", () => {
  it("is no retry of what an override let in", async () => {
    const { pipeline, executionId } = await ward("PARALLEL");
    expect((await house.press(() => override(pipeline, executionId))).state).toBe("accepted");
    await world.pass(1);
    expect((await house.press(() => retry(pipeline, executionId, "ALL_ACTIONS"))).state).toBe("accepted");
    await world.pass(1 / 20);
    const receipt = await lost("RetryStageExecution", () => retry(pipeline, executionId));
    expect((await house.press(() => override(pipeline, executionId))).state).toBe("accepted");
    await world.pass(1);
    expect(await ends(receipt)).toEqual(["unknown", "no-effect", expect.any(String)]);
  });

  it("is no override of what a retry began", async () => {
    const { pipeline, executionId } = await ward("PARALLEL");
    expect((await house.press(() => override(pipeline, executionId))).state).toBe("accepted");
    await world.pass(1);
    const receipt = await lost("OverrideStageCondition", () => override(pipeline, executionId));
    expect((await house.press(() => retry(pipeline, executionId))).state).toBe("accepted");
    await world.pass(1);
    expect(await ends(receipt)).toEqual(["unknown", "no-effect", expect.any(String)]);
  });

  it("is no abandon of what another one abandoned for another reason", async () => {
    const { pipeline, id } = await working();
    const receipt = await lost("StopPipelineExecution", () => stop(pipeline, id, true, "mine"));
    expect((await house.press(() => stop(pipeline, id, true, "theirs"))).state).toBe("accepted");
    await world.pass(1);
    const finding = expect.stringContaining("Another press did it");
    expect(await ends(receipt)).toEqual(["no-effect", "no-effect", finding]);
  });

  it.each([false, true])(
    "is told before a retry, after which AWS keeps no reason any more (abandon %s)",
    async (abandon) => {
      const { pipeline, id } = await working();
      await world.fault("StopPipelineExecution", "resetAfter");
      const receipt = await house.press(() => stop(pipeline, id, abandon, "wrong commit"));
      expect(receipt.state).toBe("unknown");
      await world.pass(90);
      await house.press(() => retry(pipeline, id, "ALL_ACTIONS"));
      expect((await findReceipt(receipt.id))?.receipt.state).toBe("confirmed");
    },
  );

  it("is no stop of what was abandoned for the same reason", async () => {
    const { pipeline, id } = await working();
    const receipt = await lost("StopPipelineExecution", () => stop(pipeline, id, false, "wrong commit"));
    expect((await house.press(() => stop(pipeline, id, true, "wrong commit"))).state).toBe("accepted");
    await world.pass(1);
    expect((await ends(receipt))[0]).toBe("no-effect");
  });

  it("is no abandon of what is stopping for the same reason", async () => {
    const { pipeline, id } = await working();
    expect((await house.press(() => stop(pipeline, id, false, "wrong commit"))).state).toBe("accepted");
    const receipt = await lost("StopPipelineExecution", () => stop(pipeline, id, true, "wrong commit"));
    expect((await settled(receipt))?.state).toBe("unknown");
  });
});
