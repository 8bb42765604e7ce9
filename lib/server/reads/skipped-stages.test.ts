import { afterAll, beforeAll, expect, test } from "vitest";
import { listExecutionPage } from "../codepipeline/list-pipeline-executions";
import { getConfig } from "../config/get-config";
import { ALL_SEEING } from "../testing/all-seeing";
import { configureEachTest } from "../testing/configure-each-test";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { conditionOf, StageWorld } from "../testing/stage-world";
import { HistoryIndex } from "../watch/history-index";
import { findRevisions } from "./find-revisions";
import { getPipelineState } from "./get-pipeline-state";
import { listExecutions } from "./list-executions";

const SKIPPED_SHA = "5c1bbed5".padEnd(40, "0");

let world: StageWorld;
let database: TestDatabase;
let path: { target: string; pipeline: string };
let skipped: string;
let through: string;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await StageWorld.start();
  const pipeline = await world.pipeline({ beforeEntry: conditionOf("SKIP") });
  path = { target: "stages", pipeline };
  const check = { pipeline, rule: "Check" };
  await world.emulator.control("POST", "/outcomes", { ...check, durationMs: 1000 });
  await world.release(pipeline);
  await world.emulator.control("POST", "/outcomes", { ...check, status: "Failed", times: 1 });
  skipped = await world.release(pipeline, SKIPPED_SHA);
  through = await world.release(pipeline);
}, 60_000);
afterAll(async () => {
  await world.emulator.stop();
  await database.drop();
});
configureEachTest(() => [world.target("stages")]);

const PASSED_BY = [
  { stage: "Source", standing: "Succeeded" },
  { stage: "Deploy", standing: "NotYetRun" },
  { stage: "Tell", standing: "Succeeded" },
];

test("a stage that an execution skipped is not one it succeeded in, in AWS's list and in the picture", async () => {
  const { items } = await listExecutions(ALL_SEEING, path, { limit: 10 });
  const stagesOf = (id: string) => items.find((item) => item.id === id)?.stages;
  expect(stagesOf(skipped)).toMatchObject(PASSED_BY);
  expect(stagesOf(through)?.map(({ standing }) => standing)).toEqual(["Succeeded", "Succeeded", "Succeeded"]);
  const { state } = await getPipelineState(ALL_SEEING, path);
  expect(state.finishedLast.find(({ id }) => id === skipped)?.stages).toMatchObject(PASSED_BY);
});

test("what is kept of it says the same, and so does the search for where it is", async () => {
  const [target] = getConfig().targets;
  if (!target) throw new Error("there is a target");
  const index = new HistoryIndex(target, () => ({ keepMonths: 1200, readPast: true }));
  index.start();
  index.heard(path.pipeline, await listExecutionPage(target, path.pipeline));
  await index.settled({ details: true });
  index.stop();
  globalThis.pipedeckHistories = undefined;
  const { items } = await listExecutions(ALL_SEEING, path, { limit: 10, revision: SKIPPED_SHA });
  expect(items.map(({ id }) => id)).toEqual([skipped]);
  expect(items[0]?.stages).toMatchObject(PASSED_BY);
  const [found] = (await findRevisions(ALL_SEEING, SKIPPED_SHA)).items;
  expect(found?.places[0]?.stops).toMatchObject(PASSED_BY);
});
