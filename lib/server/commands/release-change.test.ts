import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DELETE, POST } from "@/app/api/pipelines/[target]/[pipeline]/executions/route";
import { ReceiptReply } from "@/lib/contract/receipt";
import { newId } from "../new-id";
import { call, pressHeaders } from "../testing/request";
import { StageHouse } from "../testing/stage-house";
import type { StageParts, StageWorld } from "../testing/stage-world";

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

const COMMIT = "41fa0c7d9be3aa10c7d9be3aa1041fa0c7d9be3a";
const VARIABLES: StageParts = {
  more: { variables: [{ name: "region", defaultValue: "eu" }, { name: "colour" }] },
};

async function release(
  pipeline: string,
  body: object = {},
  { key = newId(), cookie = house.cookie }: { key?: string; cookie?: string } = {},
) {
  const reply = await call(POST, {
    method: "POST",
    params: { target: "dev-eu", pipeline },
    headers: pressHeaders(cookie, key),
    body: JSON.stringify(body),
  });
  const parsed = ReceiptReply.safeParse(reply.body);
  return { ...reply, receipt: parsed.success ? parsed.data.receipt : undefined };
}

const posts = (pipeline: string) => world.posts("StartPipelineExecution", pipeline);

describe("releasing a change", () => {
  it.each(["SUPERSEDED", "QUEUED", "PARALLEL"] as const)("starts one execution in %s mode", async (mode) => {
    const pipeline = await house.pipeline({ more: { executionMode: mode } });
    const before = (await world.executions(pipeline)).length;
    const key = newId();
    const { status, receipt } = await release(pipeline, { reason: "fresh certificates" }, { key });
    expect([status, receipt]).toMatchObject([
      200,
      { state: "accepted", verb: "release", reason: "fresh certificates" },
    ]);
    const executions = await world.executions(pipeline);
    expect(executions).toHaveLength(before + 1);
    expect(executions.map(({ pipelineExecutionId }) => pipelineExecutionId)).toContain(
      receipt?.startedExecutionId,
    );
    expect(await posts(pipeline)).toMatchObject([
      { outcome: "ok", requestId: receipt?.awsRequestId, input: { clientRequestToken: key } },
    ]);
  });

  it("takes variables and source revisions along", async () => {
    const pipeline = await house.pipeline(VARIABLES);
    // The first run ended for want of a variable, so its source never failed as it was told to.
    await world.emulator.control("DELETE", "/outcomes");
    const sourceRevisions = [{ actionName: "App", revisionType: "COMMIT_ID", revisionValue: COMMIT }];
    const variables = [{ name: "colour", value: "blue" }];
    expect((await release(pipeline, { variables, sourceRevisions })).receipt?.state).toBe("accepted");
    await world.pass(10);
    const [newest] = await world.executions(pipeline);
    expect(newest?.sourceRevisions?.[0]?.revisionId).toBe(COMMIT);
    expect(await posts(pipeline)).toMatchObject([{ input: { variables, sourceRevisions } }]);
  });

  it.each([
    ["release.variable-missing", {}, "Without a default, and without a value here: colour."],
    ["release.variable-unknown", { variables: [{ name: "color", value: "x" }] }, "has no variable color."],
    [
      "release.source-unknown",
      { sourceRevisions: [{ actionName: "Web", revisionType: "COMMIT_ID", revisionValue: COMMIT }] },
      "There is no source action Web.",
    ],
    [
      "release.revision-type",
      { sourceRevisions: [{ actionName: "App", revisionType: "IMAGE_DIGEST", revisionValue: COMMIT }] },
      "App (CodeCommit) does not take a revision of type IMAGE_DIGEST.",
    ],
    [
      "release.revision-value",
      { sourceRevisions: [{ actionName: "App", revisionType: "COMMIT_ID", revisionValue: "main" }] },
      "App: Expected a commit id",
    ],
  ])("is refused unsent with %s", async (code, body, words) => {
    const pipeline = await house.pipeline(VARIABLES);
    const variables = [{ name: "colour", value: "blue" }];
    const given = "variables" in body || code === "release.variable-missing" ? body : { ...body, variables };
    const { receipt } = await release(pipeline, given);
    expect(receipt).toMatchObject({ state: "refused", refusal: { code, beforeSending: true } });
    expect(receipt?.refusal?.message).toContain(words);
    expect(await posts(pipeline)).toHaveLength(0);
  });

  it("of a V1 pipeline goes without variables and revisions", async () => {
    const pipeline = await house.pipeline({ more: { pipelineType: "V1" } });
    const sourceRevisions = [{ actionName: "App", revisionType: "COMMIT_ID", revisionValue: COMMIT }];
    expect((await release(pipeline, { sourceRevisions })).receipt?.refusal?.code).toBe("release.v1");
    expect((await release(pipeline)).receipt?.state).toBe("accepted");
  });
});

describe("what the person saw", () => {
  it("decides: nothing is started when somebody started an execution since, and the refusal names it", async () => {
    const pipeline = await house.pipeline();
    const seenNewestId = (await world.executions(pipeline))[0]?.pipelineExecutionId;
    const newer = await world.release(pipeline, COMMIT);
    const { receipt } = await release(pipeline, { seenNewestId });
    expect(receipt?.refusal).toMatchObject({ code: "release.newer-started", beforeSending: true });
    expect(receipt?.refusal?.message).toContain(`execution ${newer.slice(0, 8)} (41fa0c7 “Change 41fa”)`);
    expect(await posts(pipeline)).toHaveLength(0);
    expect((await release(pipeline, { seenNewestId: newer })).receipt?.state).toBe("accepted");
  });

  it("decides: nothing is started when the pipeline was changed since", async () => {
    const pipeline = await house.pipeline();
    await world.change(pipeline);
    expect((await release(pipeline, { seenVersion: 1 })).receipt?.refusal).toEqual({
      code: "pipeline.changed",
      message:
        "The pipeline was changed since you looked: it is at version 2, you saw 1. Look at it first, then press again.",
      beforeSending: true,
    });
    expect((await release(pipeline, { seenVersion: 2 })).receipt?.state).toBe("accepted");
  });
});

describe("one press", () => {
  it("starts one execution when clicked twice at once; the same key with another body is 422", async () => {
    const pipeline = await house.pipeline();
    const before = (await world.executions(pipeline)).length;
    const key = newId();
    const press = () => release(pipeline, {}, { key });
    const [one, two] = await Promise.all([press(), press()]);
    expect(two.receipt).toEqual(one.receipt);
    const sourceRevisions = [{ actionName: "App", revisionType: "COMMIT_ID", revisionValue: COMMIT }];
    expect((await release(pipeline, { sourceRevisions }, { key })).status).toBe(422);
    expect(await world.executions(pipeline)).toHaveLength(before + 1);
  });

  it.each([
    ["resetAfter", "unknown", 1],
    ["error500", "unknown", 0],
    ["hang", "unknown", 0],
    ["malformed", "unknown", 1],
    ["throttle", "refused", 0],
  ])("is one POST when AWS answers with %s", async (kind, state, started) => {
    const pipeline = await house.pipeline();
    const before = (await world.executions(pipeline)).length;
    await world.fault("StartPipelineExecution", kind, 100);
    expect((await release(pipeline)).receipt?.state).toBe(state);
    expect(await posts(pipeline)).toHaveLength(1);
    expect((await world.executions(pipeline)).length - before).toBe(started);
  });

  it("is refused where it cannot be meant", async () => {
    const pipeline = await house.pipeline();
    expect((await release(`${pipeline}x`)).body.code).toBe("pipeline.not-found");
    const variables = [{ name: "a b", value: "" }];
    expect((await release(pipeline, { variables })).body.errors).toMatchObject([
      { field: "body.variables.0.name" },
      { field: "body.variables.0.value" },
    ]);
    const approver = await house.cookieOf("approver");
    expect((await release(pipeline, {}, { cookie: approver })).status).toBe(403);
    const other = await call(DELETE, { headers: { cookie: house.cookie } });
    expect([other.status, other.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
    expect(await posts(pipeline)).toHaveLength(0);
  });
});
