import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/pipelines/[target]/[pipeline]/executions/[id]/stop/route";
import { ReceiptReply } from "@/lib/contract/receipt";
import { newId } from "../new-id";
import { ApprovalWorld } from "../testing/approval-world";
import { writeConfig } from "../testing/config-file";
import { openHouse, type TestHouse } from "../testing/house";
import { call, pressHeaders } from "../testing/request";
import { signInAs } from "../testing/session";

let world: ApprovalWorld;
let house: TestHouse;
let cookie: string;
const removeConfigs: Array<() => void> = [];

beforeAll(async () => {
  world = await ApprovalWorld.start();
  house = await openHouse([world.target("dev-eu")]);
  cookie = (await signInAs("operator")).cookie;
});
afterAll(async () => {
  await house.close();
  for (const remove of removeConfigs) remove();
  await world.emulator.stop();
});
beforeEach(async () => {
  await world.emulator.control("DELETE", "/faults");
});

async function newPipeline(mode?: "SUPERSEDED" | "QUEUED" | "PARALLEL"): Promise<string> {
  const pipeline = await world.pipeline(mode);
  removeConfigs.push(writeConfig([world.target("dev-eu", [`${pipeline}*`])]));
  return pipeline;
}

/** An execution whose long action Ship is at work. */
async function shipping(pipeline: string): Promise<string> {
  const id = await world.release(pipeline);
  await world.answerElsewhere(pipeline, id, "Approved");
  return id;
}

interface Stop {
  pipeline: string;
  id: string;
  abandon?: boolean;
  reason?: string;
  key?: string;
  as?: string;
  target?: string;
}

async function stop({
  pipeline,
  id,
  abandon = false,
  reason = "wrong commit",
  key = newId(),
  as = cookie,
  target = "dev-eu",
}: Stop) {
  const reply = await call(POST, {
    method: "POST",
    params: { target, pipeline, id },
    headers: pressHeaders(as, key),
    body: JSON.stringify({ abandon, reason }),
  });
  const parsed = ReceiptReply.safeParse(reply.body);
  return { ...reply, receipt: parsed.success ? parsed.data.receipt : undefined };
}

describe.each(["SUPERSEDED", "QUEUED", "PARALLEL"] as const)("an execution in %s mode", (mode) => {
  it("is stopped with one POST, and stops when its action has finished", async () => {
    const pipeline = await newPipeline(mode);
    const id = await shipping(pipeline);
    const { status, receipt } = await stop({ pipeline, id });
    expect([status, receipt]).toMatchObject([
      200,
      { state: "accepted", verb: "stop", executionId: id, reason: "wrong commit" },
    ]);
    expect(await world.executionStatus(pipeline, id)).toBe("Stopping");
    await world.pass(61);
    expect(await world.executionStatus(pipeline, id)).toBe("Stopped");
    expect(await world.posts("StopPipelineExecution", pipeline)).toMatchObject([
      { outcome: "ok", requestId: receipt?.awsRequestId, input: { abandon: false, reason: "wrong commit" } },
    ]);
  });

  it("is abandoned with one POST, at once", async () => {
    const pipeline = await newPipeline(mode);
    const id = await shipping(pipeline);
    expect((await stop({ pipeline, id, abandon: true })).receipt).toMatchObject({
      state: "accepted",
      verb: "abandon",
    });
    await world.pass(1);
    expect(await world.executionStatus(pipeline, id)).toBe("Stopped");
  });
});

describe("a stop", () => {
  it("of an execution that is stopping is refused unsent, and abandoning it is not", async () => {
    const pipeline = await newPipeline();
    const id = await shipping(pipeline);
    await stop({ pipeline, id });
    expect((await stop({ pipeline, id })).receipt).toMatchObject({
      state: "refused",
      refusal: { code: "execution.stopping", beforeSending: true },
    });
    expect((await stop({ pipeline, id, abandon: true })).receipt?.state).toBe("accepted");
    expect(await world.posts("StopPipelineExecution", pipeline)).toHaveLength(2);
  });

  it("of an execution that has ended is refused unsent, saying how it ended", async () => {
    const pipeline = await newPipeline();
    const id = await shipping(pipeline);
    await world.pass(61);
    const { status, receipt } = await stop({ pipeline, id });
    expect([status, receipt?.refusal]).toEqual([
      200,
      {
        code: "execution.ended",
        message: "The execution has ended already: Succeeded.",
        beforeSending: true,
      },
    ]);
    expect(await world.posts("StopPipelineExecution", pipeline)).toHaveLength(0);
  });

  it("is one POST when clicked twice at once", async () => {
    const pipeline = await newPipeline();
    const id = await shipping(pipeline);
    const key = newId();
    const [one, two] = await Promise.all([stop({ pipeline, id, key }), stop({ pipeline, id, key })]);
    expect(one.receipt?.state).toBe("accepted");
    expect(two.receipt).toEqual(one.receipt);
    expect(await world.posts("StopPipelineExecution", pipeline)).toHaveLength(1);
  });

  it.each([
    ["resetAfter", "unknown", "Stopping"],
    ["error500", "unknown", "InProgress"],
    ["hang", "unknown", "InProgress"],
    ["malformed", "unknown", "Stopping"],
    ["throttle", "refused", "InProgress"],
  ])("is one POST when AWS answers with %s", async (kind, state, effect) => {
    const pipeline = await newPipeline();
    const id = await shipping(pipeline);
    await world.fault("StopPipelineExecution", kind, 100);
    expect((await stop({ pipeline, id })).receipt?.state).toBe(state);
    expect(await world.posts("StopPipelineExecution", pipeline)).toHaveLength(1);
    expect(await world.executionStatus(pipeline, id)).toBe(effect);
  });

  it("is 404 where nothing is, and leaves no receipt", async () => {
    const pipeline = await newPipeline();
    const id = await world.release(pipeline);
    const cases: Array<[Partial<Stop>, string]> = [
      [{ target: "prod" }, "target.not-found"],
      [{ pipeline: `${pipeline}x` }, "pipeline.not-found"],
      [{ id: newId() }, "execution.not-found"],
    ];
    for (const [change, code] of cases) {
      const key = newId();
      const { status, body } = await stop({ pipeline, id, key, ...change });
      expect([status, body.code]).toEqual([404, code]);
      expect(await house.database.query("select 1 from receipts where id = $1", [key])).toEqual([]);
    }
  });

  it("is 400 where it is malformed, naming the field", async () => {
    const cases: Array<[Partial<Stop>, string]> = [
      [{ id: "latest" }, "path.id"],
      [{ reason: "" }, "body.reason"],
      [{ reason: "x".repeat(201) }, "body.reason"],
    ];
    for (const [change, field] of cases) {
      const { status, body } = await stop({ pipeline: "shop", id: newId(), ...change });
      expect([status, body.errors]).toMatchObject([400, [{ field }]]);
    }
  });

  it("is 403 for an approver, 401 without a session and 405 for another method", async () => {
    const pipeline = await newPipeline();
    const id = await world.release(pipeline);
    expect((await stop({ pipeline, id, as: (await signInAs("approver")).cookie })).status).toBe(403);
    expect((await stop({ pipeline, id, as: "" })).status).toBe(401);
    const other = await call(GET, { params: { target: "dev-eu", pipeline, id }, headers: { cookie } });
    expect([other.status, other.headers.get("allow")]).toEqual([405, "POST"]);
    expect(await world.posts("StopPipelineExecution", pipeline)).toHaveLength(0);
  });
});

it("a press while AWS cannot be reached is refused unsent, and a later one goes through", async () => {
  const pipeline = await newPipeline();
  const id = await shipping(pipeline);
  await stop({ pipeline, id: newId() });
  removeConfigs.push(writeConfig([{ ...world.target("dev-eu"), endpoint: "http://127.0.0.1:9" }]));
  const { status, receipt } = await stop({ pipeline, id });
  expect([status, receipt]).toMatchObject([200, { state: "refused", refusal: { beforeSending: true } }]);
  removeConfigs.push(writeConfig([world.target("dev-eu", [`${pipeline}*`])]));
  expect((await stop({ pipeline, id })).receipt?.state).toBe("accepted");
});
