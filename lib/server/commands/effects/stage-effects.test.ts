import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Receipt } from "@/lib/domain/receipt";
import { getConfig } from "../../config/get-config";
import { presser } from "../../testing/presser";
import { StageHouse } from "../../testing/stage-house";
import { conditionOf, type StageParts, type StageWorld } from "../../testing/stage-world";
import { changeTransition } from "../change-transition";
import { overrideCondition } from "../override-condition";
import { releaseChange } from "../release-change";
import { retryStage } from "../retry-stage";
import { rollBackStage } from "../roll-back-stage";
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

/** What AWS shows of a press, by what its row has alone. */
async function effect(receipt: Receipt) {
  const [row] = await house.house.database.query("select expectation from receipts where id = $1", [
    receipt.id,
  ]);
  const [target] = getConfig().targets;
  if (!target) throw new Error("no target");
  return effectOf(
    { receipt, expectation: Object(row?.expectation ?? {}) },
    effectReader(target, receipt.pipeline),
  );
}

const at = (pipeline: string) => ({ target: "dev-eu", pipeline, stage: "Deploy" });
const by = () => presser("operator");

/** Each verb: a world in which it can be pressed, and the press. */
const VERBS: Array<{
  verb: string;
  operation: string;
  parts?: StageParts;
  ready: (parts: StageParts) => Promise<{ pipeline: string; press: () => Promise<Receipt> }>;
}> = [
  {
    verb: "retry",
    operation: "RetryStageExecution",
    ready: async (parts) => {
      const pipeline = await house.pipeline(parts);
      await world.outcome(pipeline, "Ship", { status: "Failed", durationMs: 1000, times: 1 });
      const executionId = await world.release(pipeline);
      const body = { executionId, mode: "FAILED_ACTIONS" } as const;
      return { pipeline, press: () => retryStage(by(), at(pipeline), body) };
    },
  },
  {
    verb: "override",
    operation: "OverrideStageCondition",
    parts: { beforeEntry: conditionOf("FAIL") },
    ready: async (parts) => {
      const pipeline = await house.pipeline(parts);
      await world.emulator.control("POST", "/outcomes", { pipeline, rule: "Check", status: "Failed" });
      const executionId = await world.release(pipeline);
      const body = { executionId, condition: "BEFORE_ENTRY", reason: "known" } as const;
      return { pipeline, press: () => overrideCondition(by(), at(pipeline), body) };
    },
  },
  {
    verb: "close-transition",
    operation: "DisableStageTransition",
    ready: async (parts) => {
      const pipeline = await house.pipeline(parts);
      const body = { type: "Inbound", enabled: false, reason: "5xx, INC-1" } as const;
      return { pipeline, press: () => changeTransition(by(), at(pipeline), body) };
    },
  },
  {
    verb: "open-transition",
    operation: "EnableStageTransition",
    ready: async (parts) => {
      const pipeline = await house.pipeline(parts);
      await world.closeElsewhere(pipeline);
      const body = { type: "Inbound", enabled: true, reason: "fine" } as const;
      return { pipeline, press: () => changeTransition(by(), at(pipeline), body) };
    },
  },
  {
    verb: "release",
    operation: "StartPipelineExecution",
    ready: async (parts) => {
      const pipeline = await house.pipeline(parts);
      return { pipeline, press: () => releaseChange(by(), { target: "dev-eu", pipeline }, {}) };
    },
  },
  {
    verb: "rollback",
    operation: "RollbackStage",
    ready: async (parts) => {
      const pipeline = await house.pipeline(parts);
      const targetExecutionId = await world.release(pipeline);
      await world.rollBackElsewhere(pipeline, targetExecutionId);
      await world.release(pipeline);
      const body = { targetExecutionId, reason: "5xx" };
      return { pipeline, press: () => rollBackStage(by(), at(pipeline), body) };
    },
  },
];

describe.each(VERBS)("$verb", ({ verb, operation, parts = {}, ready }) => {
  const modes =
    verb === "rollback"
      ? (["SUPERSEDED", "QUEUED"] as const)
      : (["SUPERSEDED", "QUEUED", "PARALLEL"] as const);

  it.each(modes)("that AWS accepted is seen in %s", async (executionMode) => {
    const { press } = await ready({ ...parts, more: { executionMode } });
    const receipt = await house.press(press);
    expect(receipt.state).toBe("accepted");
    await world.pass(2);
    const found = await effect(receipt);
    expect(found).toMatchObject({ kind: "seen", finding: expect.stringMatching(/\.$/) });
    if (verb === "release" || verb === "rollback")
      expect(found).toMatchObject({ startedExecutionId: receipt.startedExecutionId ?? "none" });
  });

  it.each(modes)(
    "whose answer was lost is seen in %s when it acted, and not when it did not",
    async (executionMode) => {
      for (const [fault, kind] of [
        ["resetAfter", "seen"],
        ["error500", "not-seen"],
      ]) {
        const { press } = await ready({ ...parts, more: { executionMode } });
        await world.fault(operation, String(fault));
        const receipt = await house.press(press);
        expect(receipt.state).toBe("unknown");
        await world.pass(2);
        const found = await effect(receipt);
        expect(found).toMatchObject({ kind });
        const starts = verb === "release" || verb === "rollback";
        const started = "startedExecutionId" in found ? found.startedExecutionId : undefined;
        expect(started !== undefined).toBe(starts && kind === "seen");
      }
    },
  );
});

describe("a lost press that can act no more", () => {
  it.each(["retry", "override"])("is told for %s: another execution is there by now", async (verb) => {
    const found = VERBS.find((one) => one.verb === verb);
    if (!found) throw new Error("no such verb");
    const { pipeline, press } = await found.ready(found.parts ?? {});
    await world.fault(found.operation, "error500");
    const receipt = await house.press(press);
    await world.release(pipeline);
    expect(await effect(receipt)).toMatchObject({ kind: "overtaken" });
  });

  it("is told for a closing that somebody else made, by the reason AWS keeps", async () => {
    const pipeline = await house.pipeline();
    await world.fault("DisableStageTransition", "error500");
    const body = { type: "Inbound", enabled: false, reason: "mine" } as const;
    const receipt = await house.press(() => changeTransition(by(), at(pipeline), body));
    await world.closeElsewhere(pipeline);
    expect(await effect(receipt)).toMatchObject({ kind: "overtaken" });
  });
});

it("a gate that was opened again since is told", async () => {
  const pipeline = await house.pipeline();
  const body = { type: "Inbound", enabled: false, reason: "mine" } as const;
  const receipt = await house.press(() => changeTransition(by(), at(pipeline), body));
  await world.openElsewhere(pipeline);
  const finding = "It was changed again since. The transition into Deploy is open, by emulator.";
  expect(await effect(receipt)).toEqual({ kind: "seen", finding });
});
