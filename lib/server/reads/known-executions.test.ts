import { afterAll, beforeAll, expect, test } from "vitest";
import type { ExecutionSummary } from "@/lib/domain/execution";
import type { UnplacedExecution } from "@/lib/domain/execution-place";
import type { Standing } from "@/lib/domain/standing";
import { getConfig } from "../config/get-config";
import { keepExecutions } from "../store/executions";
import { ALL_SEEING } from "../testing/all-seeing";
import { configureEachTest } from "../testing/configure-each-test";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { StageWorld } from "../testing/stage-world";
import { getPipelineState } from "./get-pipeline-state";
import { KnownExecutions } from "./known-executions";

let world: StageWorld;
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await StageWorld.start();
}, 60_000);
afterAll(async () => {
  await world.emulator.stop();
  await database.drop();
});
configureEachTest(() => [world.target("stages")]);

/** Of the first month of 2001, which AWS has forgotten. */
function old(day: number, status: string): UnplacedExecution {
  const at = new Date(Date.UTC(2001, 0, day)).toISOString();
  return {
    id: `0000000${day}-0000-4000-8000-000000000000`,
    ...{ status, startedAt: at, updatedAt: at, revisions: [], executionType: "STANDARD" },
  };
}

test("what went through a stage last is told by what its executions ran, whatever became of them", async () => {
  const pipeline = await world.pipeline();
  const place = { target: "stages", pipeline };
  const keep = (execution: UnplacedExecution, ran?: Record<string, Standing>) =>
    keepExecutions([{ ...place, execution, ...(ran && { ran }) }]);
  await keep(old(1, "Succeeded"));
  await keep(old(2, "Failed"), { Source: "Succeeded", Deploy: "Succeeded", Tell: "Failed" });
  await keep(old(3, "Succeeded"), { Source: "Succeeded", Tell: "Succeeded" });
  await keep(old(4, "Failed"), { Source: "Succeeded", Deploy: "Failed" });
  const { state } = await getPipelineState(ALL_SEEING, place);
  const [target] = getConfig().targets;
  if (!target) throw new Error("there is a target");
  const known = new KnownExecutions(target, pipeline, state);
  const before = (day: number): ExecutionSummary => ({
    ...old(day, "Failed"),
    standing: "Failed",
    stages: [],
  });
  expect((await known.lastThrough("Deploy", before(5)))?.id).toBe(old(2, "Failed").id);
  expect((await known.lastThrough("Deploy", before(2)))?.id).toBe(old(1, "Succeeded").id);
  expect((await known.lastThrough("Tell", before(5)))?.id).toBe(old(3, "Succeeded").id);
});
