import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Receipt, ReceiptState } from "@/lib/domain/receipt";
import { getConfig } from "../config/get-config";
import { findOpen } from "../store/open-receipts";
import { processLock } from "../store/process-lock";
import { findReceipt } from "../store/receipts";
import { db } from "../store/store";
import { StoreSession } from "../store/store-session";
import { receipts } from "../store/tables/receipts";
import { presser } from "../testing/presser";
import { StageHouse } from "../testing/stage-house";
import type { StageWorld } from "../testing/stage-world";
import { changeTransition } from "./change-transition";
import { retryStage } from "./retry-stage";
import { settleReceipt } from "./settle-receipt";
import { stopExecution } from "./stop-execution";

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
const gate = (pipeline: string, enabled: boolean) =>
  changeTransition(
    by(),
    { target: "dev-eu", pipeline, stage: "Deploy" },
    { type: "Inbound", enabled, reason: "x" },
  );
const stateNow = async ({ id }: Receipt): Promise<ReceiptState | undefined> =>
  (await findReceipt(id))?.receipt.state;
const settle = async ({ id }: Receipt) => {
  const [target] = getConfig().targets;
  const open = await findOpen(id);
  if (!target || !open) throw new Error("nothing to settle");
  return settleReceipt(target, open, "press");
};

it("a closing whose answer was lost is seen before the gate is opened again", async () => {
  const pipeline = await house.pipeline();
  await world.fault("DisableStageTransition", "resetAfter");
  const closing = await gate(pipeline, false);
  expect(closing.state).toBe("unknown");
  expect((await gate(pipeline, true)).state).toBe("accepted");
  expect(await stateNow(closing)).toBe("confirmed");
});

it("a closing whose answer was lost and that did not act keeps nobody waiting", async () => {
  const pipeline = await house.pipeline();
  await world.fault("DisableStageTransition", "error500");
  const closing = await gate(pipeline, false);
  expect((await gate(pipeline, false)).state).toBe("accepted");
  expect(await stateNow(closing)).toBe("unknown");
});

it("a stop whose answer was lost is seen before the execution is abandoned", async () => {
  const pipeline = await house.pipeline();
  await world.outcome(pipeline, "Ship", { durationMs: 3_600_000 });
  const id = await world.release(pipeline);
  await world.fault("StopPipelineExecution", "resetAfter");
  const at = { target: "dev-eu", pipeline, id };
  const stop = await stopExecution(by(), at, { abandon: false, reason: "wrong commit" });
  expect(stop.state).toBe("unknown");
  expect((await stopExecution(by(), at, { abandon: true, reason: "at once" })).state).toBe("accepted");
  expect(await stateNow(stop)).toBe("confirmed");
});

/** A stop that AWS carried out, whose row still says sent by another process, and a retry of what it stopped. */
async function retriedAfterStopBy(process: string): Promise<Receipt> {
  const pipeline = await house.pipeline();
  await world.outcome(pipeline, "Ship", { durationMs: 3_600_000 });
  const executionId = await world.release(pipeline);
  await world.fault("StopPipelineExecution", "resetAfter");
  const at = { target: "dev-eu", pipeline };
  const reason = "wrong commit";
  const stop = await stopExecution(by(), { ...at, id: executionId }, { abandon: true, reason });
  await world.pass(1);
  await db().update(receipts).set({ state: "sent", servedBy: process }).where(eq(receipts.id, stop.id));
  const retried = await house.press(() =>
    retryStage(by(), { ...at, stage: "Deploy" }, { executionId, mode: "FAILED_ACTIONS" }),
  );
  expect(retried.refusal).toBeUndefined();
  return stop;
}

it("a stop that a killed server had sent is seen before a retry takes its traces", async () => {
  expect(await stateNow(await retriedAfterStopBy(randomUUID()))).toBe("confirmed");
});

it("a stop whose answer another server awaits is left to it", async () => {
  const atWork = randomUUID();
  const other = new StoreSession([], { up: () => {}, down: () => {}, notified: () => {} });
  other.start();
  try {
    await expect.poll(() => other.tryLocks([processLock(atWork)])).toHaveLength(1);
    expect(await stateNow(await retriedAfterStopBy(atWork))).toBe("sent");
  } finally {
    await other.stop();
  }
});

it.each([
  ["the pipeline is gone", "not-found", "AWS no longer has what it was about."],
  ["reading is denied", "denied", "AWS denies reading what came of it (GetPipelineState)."],
])(
  "once it cannot act any more, and %s, what came of a lost press is left undecided",
  async (_when, why, words) => {
    const pipeline = await house.pipeline();
    await world.fault("DisableStageTransition", "error500");
    const lost = await house.press(() => gate(pipeline, false));
    expect(lost.state).toBe("unknown");
    if (why === "denied") await world.fault("GetPipelineState", "accessDenied", 1000);
    else await world.remove(pipeline);
    await expect(house.press(() => settle(lost))).rejects.toThrow("GetPipelineState");
    await world.pass(31);
    expect(await house.press(() => settle(lost))).toBe(true);
    expect((await findReceipt(lost.id))?.receipt).toMatchObject({ state: "undecided", finding: words });
  },
);

it("once it cannot act any more, and its target is no longer configured, it is left undecided", async () => {
  const pipeline = await house.pipeline();
  await world.fault("DisableStageTransition", "error500");
  const lost = await house.press(() => gate(pipeline, false));
  const open = await findOpen(lost.id);
  if (!open) throw new Error("nothing to settle");
  expect(await house.press(() => settleReceipt(undefined, open, "press"))).toBe(false);
  await world.pass(34);
  expect(await house.press(() => settleReceipt(undefined, open, "press"))).toBe(true);
  expect((await findReceipt(lost.id))?.receipt).toMatchObject({
    state: "undecided",
    finding: "dev-eu is no longer configured, so AWS is not read there.",
  });
});

it("of two openings whose answers were lost, the one that AWS got last is what opened the gate", async () => {
  const pipeline = await house.pipeline();
  await world.closeElsewhere(pipeline);
  await world.fault("EnableStageTransition", "error500");
  const first = await gate(pipeline, true);
  await world.fault("EnableStageTransition", "resetAfter");
  const second = await gate(pipeline, true);
  expect([first.state, second.state]).toEqual(["unknown", "unknown"]);
  expect([await settle(first), await settle(second)]).toEqual([false, true]);
  expect([await stateNow(first), await stateNow(second)]).toEqual(["unknown", "confirmed"]);
});
