import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Receipt } from "@/lib/domain/receipt";
import { getConfig } from "../../config/get-config";
import { newId } from "../../new-id";
import { ApprovalWorld } from "../../testing/approval-world";
import { writeConfig } from "../../testing/config-file";
import { openHouse, type TestHouse } from "../../testing/house";
import { presser } from "../../testing/presser";
import { answerApproval } from "../answer-approval";
import { stopExecution } from "../stop-execution";
import { effectOf } from "./effect-of";
import { effectReader } from "./effect-reader";

let world: ApprovalWorld;
let house: TestHouse;
beforeAll(async () => {
  world = await ApprovalWorld.start();
  house = await openHouse([world.target("dev-eu")]);
});
afterAll(async () => {
  await house.close();
  for (const remove of removeConfigs) remove();
  await world.emulator.stop();
});
beforeEach(() => world.emulator.control("DELETE", "/faults"));

const removeConfigs: Array<() => void> = [];

async function newPipeline(mode?: (typeof MODES)[number]): Promise<string> {
  const pipeline = await world.pipeline(mode);
  removeConfigs.push(writeConfig([world.target("dev-eu", [`${pipeline}*`])]));
  return pipeline;
}

const MODES = ["SUPERSEDED", "QUEUED", "PARALLEL"] as const;

/** What AWS shows of a press, by what its row has alone. */
async function effect(receipt: Receipt) {
  const [row] = await house.database.query("select expectation from receipts where id = $1", [receipt.id]);
  const [target] = getConfig().targets;
  if (!target) throw new Error("no target");
  const expectation = Object(row?.expectation ?? {});
  return effectOf({ receipt, expectation }, effectReader(target, receipt.pipeline));
}

async function answer(
  pipeline: string,
  executionId: string,
  result: "Approved" | "Rejected",
  summary: string,
  fault?: string,
) {
  if (fault) await world.fault("PutApprovalResult", fault);
  const place = { target: "dev-eu", pipeline, stage: "Sign", action: "Ask" };
  return answerApproval(presser("approver"), place, { executionId, result, summary });
}

async function stop(pipeline: string, id: string, abandon: boolean, reason: string, fault?: string) {
  if (fault) await world.fault("StopPipelineExecution", fault);
  return stopExecution(presser("operator"), { target: "dev-eu", pipeline, id }, { abandon, reason });
}

it.each(MODES)("an accepted answer is seen in %s, approved or rejected", async (mode) => {
  const pipeline = await newPipeline(mode);
  for (const result of ["Approved", "Rejected"] as const) {
    const receipt = await answer(pipeline, await world.release(pipeline), result, "");
    expect(receipt.state).toBe("accepted");
    expect(await effect(receipt)).toMatchObject({
      kind: "seen",
      finding: expect.stringContaining("Ask in Sign"),
    });
  }
});

it.each(MODES)("in %s a lost answer that acted is seen, one that did not act is not", async (mode) => {
  const pipeline = await newPipeline(mode);
  const acted = await answer(pipeline, await world.release(pipeline), "Approved", "all good", "resetAfter");
  expect(acted.state).toBe("unknown");
  expect(await effect(acted)).toMatchObject({ kind: "seen" });
  await world.pass(90);
  const lost = await answer(pipeline, await world.release(pipeline), "Rejected", "not so good", "reset");
  expect(lost.state).toBe("unknown");
  expect(await effect(lost)).toEqual({ kind: "not-seen" });
});

it("a lost answer that somebody else forestalled can act no more, whichever way that went", async () => {
  const pipeline = await newPipeline();
  for (const status of ["Approved", "Rejected"] as const) {
    const executionId = await world.release(pipeline);
    const lost = await answer(pipeline, executionId, "Approved", "all good", "reset");
    await world.answerElsewhere(pipeline, executionId, status);
    expect(await effect(lost)).toMatchObject({ kind: "overtaken" });
    await world.pass(90);
  }
});

it.each(["Approved", "Rejected"] as const)(
  "an answer of somebody else with the very same words is not that of a lost press (%s)",
  async (result) => {
    const pipeline = await newPipeline();
    const executionId = await world.release(pipeline);
    const lost = await answer(pipeline, executionId, result, "by hand", "reset");
    await world.answerElsewhere(pipeline, executionId, result);
    expect(await effect(lost)).toMatchObject({
      kind: "overtaken",
      finding: expect.stringContaining("by emulator"),
    });
  },
);

it.each([false, true])(
  "a stop is seen when it was accepted, and when its answer was lost (abandon %s)",
  async (abandon) => {
    const pipeline = await newPipeline("PARALLEL");
    for (const fault of [undefined, "resetAfter"]) {
      const id = await world.release(pipeline);
      await world.answerElsewhere(pipeline, id, "Approved");
      const receipt = await stop(pipeline, id, abandon, `wrong commit ${newId()}`, fault);
      expect(receipt.state).toBe(fault === undefined ? "accepted" : "unknown");
      if (abandon) await world.pass(90);
      expect(await effect(receipt)).toMatchObject({ kind: "seen" });
    }
  },
);

it.each([false, true])(
  "of a lost stop nothing can be told once somebody has retried the stage: AWS keeps no reason any more (abandon %s)",
  async (abandon) => {
    const pipeline = await newPipeline("PARALLEL");
    for (const fault of ["resetAfter", "reset"]) {
      const id = await world.release(pipeline);
      await world.answerElsewhere(pipeline, id, "Approved");
      const receipt = await stop(pipeline, id, abandon, `wrong commit ${newId()}`, fault);
      if (fault === "reset") await stop(pipeline, id, abandon, `another's ${newId()}`);
      await world.pass(90);
      await world.retryElsewhere(pipeline, id);
      expect(await effect(receipt)).toMatchObject({ kind: "cannot-tell" });
      await world.pass(90);
      expect(await effect(receipt)).toMatchObject({ kind: "cannot-tell" });
    }
  },
);

it("a lost stop that did not act is not seen, then overtaken by somebody else's stop or by the end", async () => {
  const pipeline = await newPipeline("PARALLEL");
  const id = await world.release(pipeline);
  await world.answerElsewhere(pipeline, id, "Approved");
  const lost = await stop(pipeline, id, false, "mine", "reset");
  expect(await effect(lost)).toEqual({ kind: "not-seen" });
  await stop(pipeline, id, false, "theirs");
  expect(await effect(lost)).toEqual({
    kind: "overtaken",
    finding: "The execution was stopped for another reason: “theirs”.",
  });
  const ended = await world.release(pipeline);
  await world.answerElsewhere(pipeline, ended, "Approved");
  const late = await stop(pipeline, ended, true, "mine", "reset");
  await world.pass(90);
  expect(await effect(late)).toMatchObject({
    kind: "overtaken",
    finding: expect.stringContaining("by itself"),
  });
});

it("an abandon is not seen in an execution that was stopping before, only in one that has stopped", async () => {
  const pipeline = await newPipeline("PARALLEL");
  const id = await world.release(pipeline);
  await world.answerElsewhere(pipeline, id, "Approved");
  const first = await stop(pipeline, id, false, "let it finish");
  expect(await effect({ ...first, verb: "abandon" })).toEqual({ kind: "not-seen" });
  const receipt = await stop(pipeline, id, true, "no, now");
  await world.pass(90);
  expect(await effect(receipt)).toMatchObject({ kind: "seen", finding: "The execution is Stopped." });
});

it("a lost abandon may still act while the execution waits for its actions", async () => {
  const pipeline = await newPipeline("PARALLEL");
  const id = await world.release(pipeline);
  await world.answerElsewhere(pipeline, id, "Approved");
  await stop(pipeline, id, false, "let it finish");
  const lost = await stop(pipeline, id, true, "no, now", "reset");
  expect(await effect(lost)).toEqual({ kind: "not-seen" });
});
