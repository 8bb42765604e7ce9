import { networkInterfaces } from "node:os";
import {
  GetPipelineStateCommand,
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

beforeEach(async () => {
  const sizes = { pipelines: 1, executions: 1 };
  emulator = await startEmulator({
    port: 0,
    world: "scale",
    clock: "manual",
    now: Date.parse(NOW),
    ...sizes,
  });
});
afterEach(() => emulator.close());

async function ok(method: string, path: string): Promise<Record<string, unknown>> {
  const answer = await control(emulator.url, method, path);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
}

describe("journal and events", () => {
  test("the journal tells who asked what and what came of it", async () => {
    const client = codePipelineAt(emulator.url);
    const { $metadata } = await client.send(new StartPipelineExecutionCommand({ name: FIRST }));
    await client.send(new GetPipelineStateCommand({ name: "absent" })).catch(() => undefined);
    const { items, last } = await ok("GET", "/journal");
    expect(last).toBe(2);
    expect(items).toEqual([
      {
        seq: 1,
        at: NOW,
        operation: "StartPipelineExecution",
        ...PLACE,
        principalArn: "arn:aws:iam::111122223333:user/emulator",
        input: { name: FIRST, clientRequestToken: expect.any(String) },
        outcome: "ok",
        requestId: $metadata.requestId,
      },
      expect.objectContaining({ seq: 2, input: { name: "absent" }, outcome: "PipelineNotFoundException" }),
    ]);
    expect((await ok("GET", "/journal?after=1")).items).toHaveLength(1);
    expect(await ok("GET", "/journal?after=2")).toEqual({ items: [], last: 2 });
  });

  test("events come in order with account and region", async () => {
    expect(await ok("GET", "/events")).toEqual({ items: [], last: 0 });
    await codePipelineAt(emulator.url).send(new StartPipelineExecutionCommand({ name: FIRST }));
    const { items, last } = await ok("GET", "/events");
    const events = items as { seq: number; event: { source: string; detail: Record<string, unknown> } }[];
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
    expect(last).toBe(events.length);
    expect(events[0]).toMatchObject({
      ...PLACE,
      event: { source: "aws.codepipeline", detail: { state: "STARTED" } },
    });
    expect((await ok("GET", `/events?after=${last}`)).items).toEqual([]);
  });

  test.each(["/journal?after=-1", "/journal?after=x", "/events?after=1.5", "/events?since=1"])(
    "refuses %s",
    async (path) => {
      expect(await control(emulator.url, "GET", path)).toMatchObject({
        status: 400,
        body: { error: expect.stringMatching(/^(after must be a whole number|since is not a parameter)/) },
      });
    },
  );
});

describe("whoever calls", () => {
  test("unknown calls get 404, wrong methods 405, bodies that are not JSON 400", async () => {
    expect((await control(emulator.url, "GET", "/nothing")).status).toBe(404);
    expect(await control(emulator.url, "GET", "/reset")).toEqual({
      status: 405,
      body: { error: "/_emulator/reset takes POST, not GET" },
    });
    const response = await fetch(`${emulator.url}/_emulator/reset`, { method: "POST", body: "{" });
    expect(response.status).toBe(400);
  });

  test("a page of another site is refused with 403", async () => {
    const headers = { origin: "https://elsewhere.example" };
    const response = await fetch(`${emulator.url}/_emulator/status`, { headers });
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ error: "the control calls are for this machine only" });
    const local = { origin: "http://localhost:3000" };
    expect((await fetch(`${emulator.url}/_emulator/status`, { headers: local })).status).toBe(200);
  });

  test("another machine is refused with 403, though it may send AWS requests", async ({ skip }) => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === "IPv4" && !address.internal)?.address;
    skip(outside === undefined, "this machine has no address but its own");
    const own = await startEmulator({ port: 0, host: "0.0.0.0", world: "empty" });
    const url = own.url.replace("0.0.0.0", outside ?? "");
    expect((await control(url, "GET", "/status")).status).toBe(403);
    const answer = await codePipelineAt(url).send(new ListPipelinesCommand());
    await own.close();
    expect(answer.pipelines).toEqual([]);
  });
});
