import { spawnSync } from "node:child_process";
import * as sdk from "@aws-sdk/client-codepipeline";
import { afterEach, beforeEach, expect, test } from "vitest";
import { registry } from "../operations/registry";
import { startBoto3 } from "./boto3-for-tests";
import { codePipelineAt, control } from "./sdk-for-tests";
import { type RunningEmulator, startEmulator } from "./start";
import { type Ask, takeTour } from "./tour-for-tests";

const HAS_BOTO3 = spawnSync("python3", ["-c", "import boto3"]).status === 0;
const commands: ReadonlyMap<string, unknown> = new Map(Object.entries(sdk));
let emulator: RunningEmulator;

beforeEach(async () => {
  const now = Date.parse("2026-03-02T09:00:00Z");
  emulator = await startEmulator({ port: 0, world: "empty", clock: "manual", now });
});
afterEach(() => emulator.close());

function throughSdk(client: sdk.CodePipelineClient): Ask {
  return (operation, input) => {
    const command = commands.get(`${operation}Command`);
    if (typeof command !== "function") throw new Error(`the SDK has no ${operation}`);
    const made: sdk.ListPipelinesCommand = Reflect.construct(command, [input]);
    return client.send(made);
  };
}

/** How often each operation went well and went wrong, as the emulator counted. */
async function expectAllDriven(): Promise<void> {
  const { body } = await control(emulator.url, "GET", "/status");
  const counted = Object.entries(body.requests ?? {});
  expect(counted.map(([operation]) => operation)).toEqual([...registry.keys()].sort());
  for (const [operation, count] of counted)
    expect(count, operation).toMatchObject({ failed: 0, throttled: 0 });
}

test("the JavaScript SDK drives each of the 44 operations in one story", { timeout: 60_000 }, async () => {
  await takeTour(emulator.url, throughSdk(codePipelineAt(emulator.url)));
  await expectAllDriven();
});

test("boto3 drives each of the 44 operations in the same story", { timeout: 60_000 }, async ({ skip }) => {
  skip(!HAS_BOTO3, "boto3 is not on this machine");
  const boto3 = startBoto3(emulator.url);
  try {
    await takeTour(emulator.url, boto3.ask);
  } finally {
    boto3.close();
  }
  await expectAllDriven();
});
