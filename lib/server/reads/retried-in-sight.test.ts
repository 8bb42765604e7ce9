import {
  CodePipelineClient,
  ListPipelineExecutionsCommand,
  RetryStageExecutionCommand,
} from "@aws-sdk/client-codepipeline";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ExecutionList } from "@/lib/contract/execution-list";
import { ALL_SEEING } from "../testing/all-seeing";
import { writeConfig } from "../testing/config-file";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { forgetWatches } from "../testing/forget-watches";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { getExecution } from "./get-execution";
import { listExecutions } from "./list-executions";

const place = { target: "prod-eu", pipeline: "checkout-web" };

let emulator: EmulatorProcess;
let removeConfig: () => void;
beforeAll(async () => {
  emulator = await startEmulator(["--clock", "manual"]);
}, 60_000);
afterAll(() => emulator.stop());
beforeEach(() => {
  stubAwsKeys("444455556666");
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests, long enough to be one");
  removeConfig = writeConfig([
    { id: "prod-eu", account: "444455556666", endpoint: emulator.url, requestsPerSecond: 100 },
  ]);
});
afterEach(async () => {
  await forgetWatches();
  removeConfig();
});

const read = async (query: { ids?: string[] }) =>
  ExecutionList.parse(
    JSON.parse(JSON.stringify(await listExecutions(ALL_SEEING, place, { limit: 50, ...query }))),
  );

test("a row in sight that somebody retries in AWS is told as it is now, and its page has one attempt more", async () => {
  const client = new CodePipelineClient({ region: "eu-west-1", endpoint: emulator.url });
  const { pipelineExecutionSummaries: all = [] } = await client.send(
    new ListPipelineExecutionsCommand({ pipelineName: place.pipeline }),
  );
  const id = all.find((one) => one.status === "Failed")?.pipelineExecutionId ?? "";
  const [before] = (await read({ ids: [id] })).items;
  expect(before).toMatchObject({ id, status: "Failed" });
  const stageName = before?.stage ?? "";
  const attempts = async () => {
    const { execution } = await getExecution(ALL_SEEING, { ...place, id });
    return execution.stages.find(({ name }) => name === stageName)?.actions.map((run) => run.attempt) ?? [];
  };
  const known = await attempts();

  await client.send(
    new RetryStageExecutionCommand({
      pipelineName: place.pipeline,
      pipelineExecutionId: id,
      stageName,
      retryMode: "FAILED_ACTIONS",
    }),
  );
  // The action starts a moment after the stage does.
  await emulator.control("POST", "/clock", { advanceMs: 5000 });
  await vi.waitFor(
    async () => {
      const [row] = (await read({ ids: [id] })).items;
      expect(row).toMatchObject({ id, status: "InProgress" });
      expect(await attempts()).toHaveLength(known.length + 1);
    },
    { timeout: 20_000, interval: 500 },
  );
}, 40_000);

test("an emulator that begins anew takes the history with it, and the next answer says so", async () => {
  const [newest] = (await read({})).items;
  expect(newest).toBeDefined();
  await emulator.control("POST", "/reset", { world: "acme", seed: 99 });
  await vi.waitFor(
    async () => {
      const ids = (await read({})).items.map((row) => row.id);
      expect(ids.length).toBeGreaterThan(0);
      expect(ids).not.toContain(newest?.id);
    },
    { timeout: 20_000, interval: 500 },
  );
}, 40_000);
