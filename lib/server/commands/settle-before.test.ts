import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Receipt, ReceiptState } from "@/lib/domain/receipt";
import { getConfig } from "../config/get-config";
import { findOpen } from "../store/open-receipts";
import { findReceipt } from "../store/receipts";
import { presser } from "../testing/presser";
import { StageHouse } from "../testing/stage-house";
import type { StageWorld } from "../testing/stage-world";
import { changeTransition } from "./change-transition";
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
