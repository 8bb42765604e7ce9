import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/pipelines/[target]/[pipeline]/stages/[stage]/transition/route";
import { newId } from "../new-id";
import { findReceipt } from "../store/receipts";
import { writeConfig } from "../testing/config-file";
import { signInPerson } from "../testing/session";
import { StageHouse } from "../testing/stage-house";
import { pressStage, type StagePress } from "../testing/stage-press";
import type { StageWorld } from "../testing/stage-world";
import { findWatch } from "../watch/find-watch";

let house: StageHouse;
let world: StageWorld;
const removeConfigs: Array<() => void> = [];

beforeAll(async () => {
  house = await StageHouse.open();
  world = house.world;
});
afterAll(async () => {
  await house.close();
  for (const remove of removeConfigs) remove();
});
beforeEach(async () => {
  await world.emulator.control("DELETE", "/faults");
});

interface Change {
  type?: string;
  reason?: string;
  seenWaiting?: string[];
}

function change(pipeline: string, enabled: boolean, more: Change = {}, press: Partial<StagePress> = {}) {
  const body = { type: "Inbound", enabled, reason: "5xx since the release", ...more };
  return pressStage(POST, { cookie: house.cookie, pipeline, body, ...press });
}

const closings = (pipeline: string) => world.posts("DisableStageTransition", pipeline);
const openings = (pipeline: string) => world.posts("EnableStageTransition", pipeline);

describe.each(["SUPERSEDED", "QUEUED", "PARALLEL"] as const)("a transition in %s mode", (executionMode) => {
  it("is closed with one POST, for the reason given, and opened with one", async () => {
    const pipeline = await house.pipeline({ more: { executionMode } });
    const closed = await change(pipeline, false);
    expect([closed.status, closed.receipt]).toMatchObject([
      200,
      { state: "accepted", verb: "close-transition", stage: "Deploy", reason: "5xx since the release" },
    ]);
    expect((await world.stage(pipeline, "Deploy")).inboundTransitionState).toMatchObject({
      enabled: false,
      disabledReason: "5xx since the release",
    });
    expect((await change(pipeline, true)).receipt).toMatchObject({
      state: "accepted",
      verb: "open-transition",
    });
    expect((await world.stage(pipeline, "Deploy")).inboundTransitionState?.enabled).toBe(true);
    expect([await closings(pipeline), await openings(pipeline)]).toMatchObject([
      [{ outcome: "ok", requestId: closed.receipt?.awsRequestId }],
      [{ outcome: "ok" }],
    ]);
  });
});

describe("a closed transition", () => {
  it("that is opened ships what waited there", async () => {
    const pipeline = await house.pipeline();
    await world.closeElsewhere(pipeline);
    const executionId = await world.release(pipeline);
    const { receipt } = await change(pipeline, true, { seenWaiting: [executionId] });
    expect(receipt?.state).toBe("accepted");
    await world.pass(5);
    expect(await world.executionStatus(pipeline, executionId)).toBe("Succeeded");
  });

  it.each(["SUPERSEDED", "QUEUED", "PARALLEL"] as const)(
    "in %s mode, with a newer run waiting than the person saw, stays closed, and the refusal names that run",
    async (executionMode) => {
      const pipeline = await house.pipeline({ more: { executionMode } });
      await world.closeElsewhere(pipeline);
      const seen = await world.release(pipeline);
      const newer = await world.release(pipeline, "41fa0c7d9be3aa10c7d9be3aa1041fa0c7d9be3a");
      const { receipt } = await change(pipeline, true, { seenWaiting: [seen] });
      expect(receipt?.refusal).toMatchObject({ code: "stage.newer-waiting", beforeSending: true });
      expect(receipt?.refusal?.message).toContain(
        `A newer run is now waiting in front of Deploy: execution ${newer.slice(0, 8)} (41fa0c7 “Change 41fa”)`,
      );
      expect(await openings(pipeline)).toHaveLength(0);
      const again = await change(pipeline, true, { seenWaiting: [seen, newer] });
      expect(again.receipt?.state).toBe("accepted");
    },
  );

  it("that is open, or closed, already is left alone: the refusal says by whom and why", async () => {
    const pipeline = await house.pipeline();
    expect((await change(pipeline, true)).receipt?.refusal).toEqual({
      code: "transition.open",
      message: "The transition into Deploy is open already.",
      beforeSending: true,
    });
    await world.closeElsewhere(pipeline);
    expect((await change(pipeline, false)).receipt?.refusal).toEqual({
      code: "transition.closed",
      message: "The transition into Deploy was closed already by emulator: “closed by hand”.",
      beforeSending: true,
    });
    expect(await closings(pipeline)).toHaveLength(1);
  });

  it("keeps the reason as AWS takes it, and the receipt keeps it as it was written", async () => {
    const pipeline = await house.pipeline();
    const reason = "Zahlungen hängen: don't ship, see INC-4471/#2";
    expect((await change(pipeline, false, { reason })).receipt?.reason).toBe(reason);
    expect((await world.stage(pipeline, "Deploy")).inboundTransitionState?.disabledReason).toBe(
      "Zahlungen hangen - dont ship - see INC-4471--2",
    );
  });

  it("behind a stage is the one into the next", async () => {
    const pipeline = await house.pipeline();
    expect((await change(pipeline, false, { type: "Outbound" })).receipt?.state).toBe("accepted");
    expect((await world.stage(pipeline, "Tell")).inboundTransitionState?.enabled).toBe(false);
    const again = await change(pipeline, false, { type: "Outbound" });
    expect(again.receipt?.refusal?.message).toContain("The transition into Tell was closed already");
    const last = await change(pipeline, false, { type: "Outbound" }, { stage: "Tell" });
    expect(last.receipt?.refusal).toMatchObject({ code: "transition.none", beforeSending: true });
  });
});

describe("the outbound side of a stage", () => {
  const outbound = { type: "Outbound" };

  /** Somebody who may change transitions at one stage alone, and see everything. */
  async function onlyAt(pipeline: string, stage: string): Promise<string> {
    const rules = [
      { groups: ["*"], role: "viewer" },
      { groups: ["team"], role: "operator", stages: [stage] },
    ];
    removeConfigs.push(writeConfig([world.target("dev-eu", [`${pipeline}*`])], undefined, { rules }));
    return (await signInPerson({ id: `only-${stage}`, name: stage, groups: ["team"] })).cookie;
  }

  it("takes the permission of the stage that it leads into", async () => {
    const pipeline = await house.pipeline();
    await world.closeElsewhere(pipeline, "Tell");
    const cookie = await onlyAt(pipeline, "Deploy");
    expect((await change(pipeline, true, outbound, { cookie })).status).toBe(403);
    expect((await change(pipeline, false, outbound, { cookie, stage: "Source" })).status).toBe(200);
    expect(await openings(pipeline)).toHaveLength(0);
    const other = await onlyAt(pipeline, "Tell");
    const { receipt } = await change(pipeline, true, outbound, { cookie: other });
    expect(receipt).toMatchObject({ state: "accepted", stage: "Tell" });
    expect(await openings(pipeline)).toMatchObject([
      { input: { stageName: "Tell", transitionType: "Inbound" } },
    ]);
  });

  it("is the same thing as the inbound side of the next: a lost answer of one is settled before the other", async () => {
    const pipeline = await house.pipeline();
    await world.fault("DisableStageTransition", "resetAfter", 100);
    const lost = await change(pipeline, false, {}, { stage: "Tell" });
    expect(lost.receipt?.state).toBe("unknown");
    await world.emulator.control("DELETE", "/faults");
    expect((await change(pipeline, true, outbound)).receipt?.state).toBe("accepted");
    expect((await findReceipt(lost.receipt?.id ?? ""))?.receipt.state).toBe("confirmed");
  });

  it("is the same press again though a stage came in between since", async () => {
    const pipeline = await house.pipeline();
    const key = newId();
    const first = await change(pipeline, false, outbound, { key });
    await world.change(pipeline, { between: true });
    await findWatch("dev-eu").readNow(pipeline);
    const again = await change(pipeline, false, outbound, { key });
    expect([again.status, again.receipt?.id, again.receipt?.stage]).toEqual([200, first.receipt?.id, "Tell"]);
    expect(await closings(pipeline)).toHaveLength(1);
  });

  it("is left alone when a stage came in between since", async () => {
    const pipeline = await house.pipeline();
    await change(pipeline, false, outbound);
    await world.change(pipeline, { between: true });
    const { receipt } = await change(pipeline, true, outbound);
    expect(receipt?.refusal).toMatchObject({ code: "transition.unseen", beforeSending: true });
    expect(await openings(pipeline)).toHaveLength(0);
  });
});

describe("one press", () => {
  it.each([
    ["resetAfter", "unknown", false],
    ["error500", "unknown", true],
    ["hang", "unknown", true],
    ["throttle", "refused", true],
  ])("is one POST when AWS answers with %s", async (kind, state, enabled) => {
    const pipeline = await house.pipeline();
    await world.fault("DisableStageTransition", kind, 100);
    expect((await change(pipeline, false)).receipt?.state).toBe(state);
    expect(await closings(pipeline)).toHaveLength(1);
    expect((await world.stage(pipeline, "Deploy")).inboundTransitionState?.enabled).toBe(enabled);
  });

  it("is one POST when clicked twice at once, and is another press with the other type", async () => {
    const pipeline = await house.pipeline();
    const key = newId();
    const press = () => change(pipeline, false, {}, { key });
    const [one, two] = await Promise.all([press(), press()]);
    expect(two.receipt).toEqual(one.receipt);
    expect((await change(pipeline, false, { type: "Outbound" }, { key })).status).toBe(422);
    expect(await closings(pipeline)).toHaveLength(1);
  });

  it("is refused where it cannot be meant", async () => {
    const pipeline = await house.pipeline();
    expect((await change(pipeline, false, {}, { stage: "Deploi" })).status).toBe(404);
    expect((await change(pipeline, false, { reason: " " })).body.errors).toMatchObject([
      { field: "body.reason" },
    ]);
    expect((await change(pipeline, false, { reason: "x".repeat(301) })).status).toBe(400);
    const approver = await house.cookieOf("approver");
    expect((await change(pipeline, false, {}, { cookie: approver })).status).toBe(403);
    expect(await closings(pipeline)).toHaveLength(0);
  });
});
