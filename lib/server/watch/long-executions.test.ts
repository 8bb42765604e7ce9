import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { listExecutionPage } from "../codepipeline/list-pipeline-executions";
import type { TargetConfig } from "../config/config";
import { searchExecutions } from "../store/execution-search";
import { giveAmpleBudget } from "../testing/give-ample-budget";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { StageWorld } from "../testing/stage-world";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { HistoryIndex } from "./history-index";
import { PipelineHistory } from "./pipeline-history";

/** As many runs of actions as AWS has on a page. */
const RETRIES = 100;

let world: StageWorld;
let database: TestDatabase;
let pipeline: string;
let id: string;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await StageWorld.start();
  pipeline = await world.pipeline();
  await world.outcome(pipeline, "Ship", { status: "Failed", durationMs: 1000, times: RETRIES + 1 });
  id = await world.release(pipeline);
  for (let count = 0; count < RETRIES; count += 1) {
    await world.retryElsewhere(pipeline, id);
    await world.pass(1);
  }
}, 120_000);
afterAll(async () => {
  await world.emulator.stop();
  await database.drop();
});

let target: TargetConfig;
beforeEach(() => {
  stubAwsKeys();
  target = { ...world.target("t"), name: "Test", account: "111122223333", region: "eu-west-1", exclude: [] };
  giveAmpleBudget(target);
});

it("of an execution that was retried over and over its first actions are kept too", async () => {
  const index = new HistoryIndex(target, () => ({ keepMonths: 1200, readPast: true }));
  index.start();
  index.heard(pipeline, await listExecutionPage(target, pipeline));
  await index.settled({ details: true });
  index.stop();
  const { items } = await searchExecutions({ target: "t", pipeline }, {}, { limit: 10 });
  const ran = items.find(({ execution }) => execution.id === id)?.ran;
  expect(ran && Object.fromEntries(ran)).toEqual({ Source: "Succeeded", Deploy: "Failed" });
}, 30_000);

it("and are there where its actions alone are read", async () => {
  const history = new PipelineHistory(target, pipeline);
  const { items } = await listExecutionPage(target, pipeline);
  await history.readSingles(items.filter(({ pipelineExecutionId }) => pipelineExecutionId === id));
  const actions = history.singles.get(id)?.items ?? [];
  expect(actions.map(({ actionName }) => actionName).toSorted()).toEqual([
    ...["App", "Migrate"],
    ...Array.from({ length: RETRIES + 1 }, () => "Ship"),
  ]);
});
