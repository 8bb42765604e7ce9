import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Receipt } from "@/lib/domain/receipt";
import { getConfig } from "../../config/get-config";
import { findOpen } from "../../store/open-receipts";
import { presser } from "../../testing/presser";
import { StageHouse } from "../../testing/stage-house";
import { conditionOf, type StageWorld } from "../../testing/stage-world";
import { overrideCondition } from "../override-condition";
import { retryStage } from "../retry-stage";
import { effectOf } from "./effect-of";
import { effectReader } from "./effect-reader";

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

async function effect(receipt: Receipt) {
  const [target] = getConfig().targets;
  const open = await findOpen(receipt.id);
  if (!target || !open) throw new Error("no such receipt");
  return effectOf(open, effectReader(target, receipt.pipeline));
}

const at = (pipeline: string) => ({ target: "dev-eu", pipeline, stage: "Deploy" });
const retry = (pipeline: string, executionId: string) =>
  house.press(() => retryStage(presser("operator"), at(pipeline), { executionId, mode: "ALL_ACTIONS" }));
const override = (pipeline: string, executionId: string) =>
  house.press(() =>
    overrideCondition(presser("operator"), at(pipeline), {
      executionId,
      condition: "BEFORE_ENTRY",
      reason: "known",
    }),
  );

/** A stage whose entry condition is never met, and whose action fails once somebody has overridden it. */
async function ward(executionMode: "SUPERSEDED" | "QUEUED" | "PARALLEL") {
  const pipeline = await house.pipeline({ beforeEntry: conditionOf("FAIL"), more: { executionMode } });
  await world.emulator.control("POST", "/outcomes", {
    pipeline,
    rule: "Check",
    status: "Failed",
    durationMs: 1000,
  });
  await world.outcome(pipeline, "Ship", { status: "Failed", durationMs: 1000 });
  return { pipeline, executionId: await world.release(pipeline) };
}

describe.each(["SUPERSEDED", "QUEUED", "PARALLEL"] as const)("behind a condition in %s mode", (mode) => {
  it("a lost retry of all actions is seen by the condition that was asked again", async () => {
    const { pipeline, executionId } = await ward(mode);
    expect((await override(pipeline, executionId)).state).toBe("accepted");
    await world.pass(2);
    await world.fault("RetryStageExecution", "resetAfter");
    const receipt = await retry(pipeline, executionId);
    expect(receipt.state).toBe("unknown");
    await world.pass(2);
    expect(await effect(receipt)).toMatchObject({ kind: "seen" });
  });

  it("a lost override is seen though the stage was retried since", async () => {
    const { pipeline, executionId } = await ward(mode);
    await world.fault("OverrideStageCondition", "resetAfter");
    const receipt = await override(pipeline, executionId);
    expect(receipt.state).toBe("unknown");
    await world.pass(2);
    expect((await retry(pipeline, executionId)).state).toBe("accepted");
    await world.pass(2);
    expect(await effect(receipt)).toMatchObject({ kind: "seen" });
  });

  it("a lost override that did not act is not seen in what an earlier one let in", async () => {
    const { pipeline, executionId } = await ward(mode);
    expect((await override(pipeline, executionId)).state).toBe("accepted");
    await world.pass(2);
    expect((await retry(pipeline, executionId)).state).toBe("accepted");
    await world.pass(2);
    await world.fault("OverrideStageCondition", "error500");
    const receipt = await override(pipeline, executionId);
    expect(receipt.state).toBe("unknown");
    expect(await effect(receipt)).toMatchObject({ kind: "not-seen" });
  });
});
