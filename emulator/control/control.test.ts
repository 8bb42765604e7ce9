import {
  GetPipelineStateCommand,
  ListPipelineExecutionsCommand,
  ListPipelinesCommand,
  StartPipelineExecutionCommand,
} from "@aws-sdk/client-codepipeline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { codePipelineAt, control } from "../door/sdk-for-tests";
import { type RunningEmulator, startEmulator } from "../door/start";

const NOW = "2026-03-04T14:00:00.000Z";
const PLACE = { account: "111122223333", region: "eu-west-1" };
const FIRST = "service-00001-catalog-api";
let emulator: RunningEmulator;

/** A list in a list in a list. */
function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let at = 0; at < depth; at += 1) value = [value];
  return value;
}

beforeEach(async () => {
  emulator = await startEmulator({
    port: 0,
    world: "scale",
    pipelines: 3,
    executions: 2,
    clock: "manual",
    now: Date.parse(NOW),
  });
});
afterEach(() => emulator.close());

async function ok(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const answer = await control(emulator.url, method, path, body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
}

async function executions() {
  const command = new ListPipelineExecutionsCommand({ pipelineName: FIRST });
  return (await codePipelineAt(emulator.url).send(command)).pipelineExecutionSummaries ?? [];
}

describe("status", () => {
  test("tells clock, world, seed, accounts and how requests ended", async () => {
    await codePipelineAt(emulator.url).send(new ListPipelinesCommand());
    await codePipelineAt(emulator.url)
      .send(new GetPipelineStateCommand({ name: "absent" }))
      .catch(() => undefined);
    expect(await ok("GET", "/status")).toEqual({
      now: NOW,
      clock: "manual",
      speed: 1,
      world: "scale",
      seed: 1,
      accounts: ["111122223333", "222233334444", "444455556666"],
      requests: {
        GetPipelineState: { ok: 0, failed: 1, throttled: 0 },
        ListPipelines: { ok: 1, failed: 0, throttled: 0 },
      },
    });
  });
});

describe("clock", () => {
  test("advanceMs and advanceTo let everything due in between happen", async () => {
    await codePipelineAt(emulator.url).send(new StartPipelineExecutionCommand({ name: FIRST }));
    expect((await executions())[0]?.status).toBe("InProgress");
    expect(await ok("POST", "/clock", { advanceMs: 1500 })).toEqual({ now: "2026-03-04T14:00:01.500Z" });
    expect((await executions())[0]?.status).toBe("InProgress");
    expect(await ok("POST", "/clock", { advanceTo: "2026-03-04T15:00:00Z" })).toEqual({
      now: "2026-03-04T15:00:00.000Z",
    });
    expect((await executions())[0]?.status).toBe("Succeeded");
  });

  test("toNextEvent moves to what happens next, and stays when nothing is due", async () => {
    await ok("POST", "/reset", { world: "empty", now: NOW });
    expect(await ok("POST", "/clock", { toNextEvent: true })).toEqual({ now: NOW });
    await ok("POST", "/reset", { world: "scale", now: NOW });
    await codePipelineAt(emulator.url).send(new StartPipelineExecutionCommand({ name: FIRST }));
    const seen: unknown[] = [];
    for (let step = 0; step < 3; step += 1)
      seen.push((await ok("POST", "/clock", { toNextEvent: true })).now);
    expect(seen).toEqual([...new Set(seen)].sort());
    expect((await executions())[0]?.status).toBe("Succeeded");
  });

  test("under the real clock time runs by itself, faster with speed, and can still be moved", async () => {
    const own = await startEmulator({ port: 0, world: "empty", now: Date.parse(NOW), speed: 1000 });
    const now = async () => Date.parse(String((await control(own.url, "GET", "/status")).body.now));
    await expect.poll(now).toBeGreaterThan(Date.parse(NOW) + 10_000);
    await control(own.url, "POST", "/clock", { advanceTo: "2026-03-05T14:00:00Z" });
    expect(await now()).toBeGreaterThanOrEqual(Date.parse("2026-03-05T14:00:00Z"));
    const slow = await control(own.url, "POST", "/clock", { speed: 0.001 });
    expect((await now()) - Date.parse(String(slow.body.now))).toBeLessThan(1000);
    expect((await control(own.url, "GET", "/status")).body.speed).toBe(0.001);
    await own.close();
  });

  test.each([
    [{}, /^give exactly one of advanceMs, advanceTo, speed, toNextEvent$/],
    [{ advanceMs: 1, speed: 2 }, /^give exactly one of/],
    [{ advanceMs: -1 }, /^advanceMs must be a whole number from 0/],
    [{ advanceMs: "5" }, /^advanceMs must be a whole number .*not "5"$/],
    [{ advanceMs: 1e15 }, /^advanceMs must be a whole number/],
    [{ advanceTo: "yesterday" }, /^advanceTo must be an ISO instant/],
    [{ advanceTo: "2020-01-01T00:00:00Z" }, /^advanceTo must be from now .* time does not run backwards$/],
    [{ speed: 0 }, /^speed must be a number from/],
    [{ toNextEvent: false }, /^toNextEvent must be true/],
    [{ forward: 1 }, /^forward is not a field of this call/],
    [{ advanceMs: nested(50) }, /^advanceMs must be a whole number/],
    [{ advanceMs: nested(150) }, /^the body must be a JSON object$/],
  ])("refuses %j and names the field", async (body, message) => {
    const answer = await control(emulator.url, "POST", "/clock", body);
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(message) } });
  });
});

describe("reset", () => {
  test("makes a fresh world, forgets counters, journal, faults and outcomes, keeps clock and speed", async () => {
    await ok("POST", "/clock", { speed: 7 });
    await ok("POST", "/clock", { advanceMs: 5000 });
    await ok("POST", "/faults", { kind: "error500" });
    await codePipelineAt(emulator.url)
      .send(new ListPipelinesCommand())
      .catch(() => undefined);
    const now = "2026-05-01T00:00:00.000Z";
    expect(
      await ok("POST", "/reset", { world: "scale", seed: 9, now, pipelines: 12, executions: 1 }),
    ).toEqual({ now });
    expect(await ok("GET", "/status")).toMatchObject({
      now,
      clock: "manual",
      speed: 7,
      seed: 9,
      requests: {},
    });
    expect(await ok("GET", "/journal")).toEqual({ items: [], last: 0 });
    const { pipelines } = await codePipelineAt(emulator.url).send(new ListPipelinesCommand());
    expect(pipelines).toHaveLength(12);
  });

  test("the same calls after the same reset get the same bytes, request ids too", async () => {
    const print = async () => {
      await ok("POST", "/reset", { world: "scale", now: NOW });
      const client = codePipelineAt(emulator.url);
      const start = new StartPipelineExecutionCommand({ name: FIRST, clientRequestToken: "once" });
      const { $metadata, pipelineExecutionId } = await client.send(start);
      await ok("POST", "/clock", { advanceMs: 60_000 });
      const seen = [await ok("GET", "/journal"), await ok("GET", "/events")];
      return JSON.stringify([$metadata.requestId, pipelineExecutionId, seen]);
    };
    expect(await print()).toBe(await print());
  });

  test("without anything makes the same world again", async () => {
    const before = await executions();
    await ok("POST", "/clock", { advanceMs: 86_400_000 });
    await ok("POST", "/reset");
    expect(await executions()).toEqual(before);
    expect(await ok("GET", "/status")).toMatchObject({ now: NOW, world: "scale", seed: 1 });
  });

  test.each([
    [{ world: "mars" }, /^world must be one of acme, empty, hostile, scale; not "mars"$/],
    [{ seed: 1.5 }, /^seed must be a whole number/],
    [{ now: 5 }, /^now must be an ISO instant/],
    [{ now: "2026-02-30T00:00:00Z" }, /^now must be an ISO instant/],
    [{ pipelines: 0 }, /^pipelines must be a whole number from 1/],
    [[], /^the body must be a JSON object$/],
  ])("refuses %j and names the field", async (body, message) => {
    const answer = await control(emulator.url, "POST", "/reset", body);
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(message) } });
  });
});

describe("revisions", () => {
  test("a new revision starts an execution with it", async () => {
    const revision = {
      revisionId: "c0ffee0123456789",
      summary: "Fix the till",
      author: "Ada",
      branch: "main",
    };
    const answer = await ok("POST", "/revisions", { ...PLACE, pipeline: FIRST, action: "code", ...revision });
    expect(answer).toEqual({ executionIds: [expect.stringMatching(/^[0-9a-f-]{36}$/)] });
    await ok("POST", "/clock", { advanceMs: 60_000 });
    const [newest] = await executions();
    expect(newest?.pipelineExecutionId).toBe((answer.executionIds as string[])[0]);
    expect(newest?.sourceRevisions?.[0]).toMatchObject({
      actionName: "code",
      revisionId: "c0ffee0123456789",
    });
  });

  test.each([
    [{ ...PLACE, pipeline: FIRST }, /^action must be a text that is not empty; it is missing$/],
    [
      { ...PLACE, account: "12", pipeline: FIRST, action: "code" },
      /^account must be an account id of 12 digits/,
    ],
    [{ ...PLACE, region: "europe", pipeline: FIRST, action: "code" }, /^region must be a region such as/],
    [{ ...PLACE, pipeline: "absent", action: "code" }, /^PipelineNotFoundException: /],
    [{ ...PLACE, pipeline: FIRST, action: "absent" }, /^ActionNotFoundException: /],
  ])("refuses %j and says why", async (body, message) => {
    const answer = await control(emulator.url, "POST", "/revisions", body);
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(message) } });
  });
});

describe("outcomes", () => {
  test("script how the next matching action ends", async () => {
    await ok("POST", "/outcomes", {
      pipeline: FIRST,
      action: "rollout",
      times: 1,
      durationMs: 1000,
      status: "Failed",
      errorDetails: { code: "JobFailed", message: "no room in the cluster" },
      externalExecutionUrl: "https://ci.example/1",
      percentSteps: [10, 90],
    });
    const client = codePipelineAt(emulator.url);
    await client.send(new StartPipelineExecutionCommand({ name: FIRST }));
    await ok("POST", "/clock", { advanceMs: 3_600_000 });
    const state = await client.send(new GetPipelineStateCommand({ name: FIRST }));
    expect(state.stageStates?.at(-1)?.actionStates?.[0]?.latestExecution).toMatchObject({
      status: "Failed",
      errorDetails: { code: "JobFailed", message: "no room in the cluster" },
      externalExecutionUrl: "https://ci.example/1",
    });
    await client.send(new StartPipelineExecutionCommand({ name: FIRST }));
    await ok("POST", "/clock", { advanceMs: 3_600_000 });
    expect((await executions())[0]?.status).toBe("Succeeded");
  });

  test("are gone after DELETE", async () => {
    await ok("POST", "/outcomes", { pipeline: FIRST, action: "rollout", status: "Failed" });
    expect(await ok("DELETE", "/outcomes")).toEqual({});
    await codePipelineAt(emulator.url).send(new StartPipelineExecutionCommand({ name: FIRST }));
    await ok("POST", "/clock", { advanceMs: 3_600_000 });
    expect((await executions())[0]?.status).toBe("Succeeded");
  });

  test.each([
    [{}, /^give at least one of durationMs, status/],
    [{ status: "Stopped" }, /^status must be one of Succeeded, Failed; not "Stopped"$/],
    [{ status: "Failed", action: "a", rule: "b" }, /^give action or rule, not both$/],
    [{ status: "Succeeded", errorDetails: {} }, /^errorDetails must be left out/],
    [{ errorDetails: { reason: "x" } }, /^reason is not a field of this call; fields: code, message$/],
    [{ percentSteps: [1, 101] }, /^percentSteps must be a list of whole numbers from 0 to 100/],
    [{ percentSteps: [50.5] }, /^percentSteps must be a list of whole numbers/],
    [{ summary: "x".repeat(2049) }, /^summary must be a text of up to 2048 characters; not one of 2049$/],
    [{ errorDetails: { message: "x".repeat(5001) } }, /^message must be a text of up to 5000 characters/],
    [{ outputVariables: { "a b": "x" } }, /^outputVariables must be an object whose keys are letters/],
    [{ outputVariables: { a: 1 } }, /^outputVariables must be an object whose values are texts/],
    [{ times: 0, status: "Failed" }, /^times must be a whole number from 1/],
  ])("refuses %j and names the field", async (body, message) => {
    const answer = await control(emulator.url, "POST", "/outcomes", body);
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(message) } });
  });
});

describe("faults", () => {
  test.each([
    [{}, /^kind must be a text that is not empty; it is missing$/],
    [{ kind: "flood" }, /^kind must be one of throttle, /],
    [{ kind: "lostEvents", latencyMs: 5 }, /^latencyMs is about requests; kind lostEvents takes/],
    [{ kind: "reorderEvents", rate: 2 }, /^rate must be a number from 0 to 1/],
    [{ kind: "latency" }, /^latencyMs must be given for kind latency/],
    [{ kind: "throttle", rate: 1.1 }, /^rate must be a number from 0 to 1/],
    [{ kind: "throttle", times: 1.5 }, /^times must be a whole number/],
    [{ kind: "throttle", account: 111122223333 }, /^account must be a text/],
  ])("refuses %j and names the field", async (body, message) => {
    const answer = await control(emulator.url, "POST", "/faults", body);
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(message) } });
  });
});
