import { afterAll, beforeAll, expect, test } from "vitest";
import { ExecutionDetailReply } from "@/lib/contract/execution-detail";
import type { UnplacedExecution } from "@/lib/domain/execution-place";
import { keepExecutions } from "../store/executions";
import { ALL_SEEING } from "../testing/all-seeing";
import { configureEachTest } from "../testing/configure-each-test";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { StageWorld } from "../testing/stage-world";
import { compareExecution } from "./compare-executions";
import { getExecution } from "./get-execution";

let world: StageWorld;
let database: TestDatabase;
let place: { target: string; pipeline: string };
let known: string;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await StageWorld.start();
  place = { target: "stages", pipeline: await world.pipeline() };
  known = await world.release(place.pipeline);
  const ran = { Source: "Succeeded", Gone: "Succeeded", Deploy: "Failed" };
  await keepExecutions([
    { ...place, execution: old(1, "Failed"), ran },
    { ...place, execution: old(2, "InProgress") },
  ]);
}, 60_000);
afterAll(async () => {
  await world.emulator.stop();
  await database.drop();
});
configureEachTest(() => [world.target("stages")]);

/** Of the first month of 2001: AWS does not know it. */
function old(day: number, status: string): UnplacedExecution {
  const startedAt = new Date(Date.UTC(2001, 0, day)).toISOString();
  const updatedAt = new Date(Date.UTC(2001, 0, day, 1)).toISOString();
  return {
    ...{ id: `0000000${day}-0000-4000-8000-000000000000`, status, startedAt, updatedAt },
    revisions: [{ action: "App", id: "0ddba11", shortId: "0ddba11" }],
    trigger: { type: "WebhookV2", text: "push" },
    executionType: "STANDARD",
  };
}

const sent = (reply: ExecutionDetailReply) => ExecutionDetailReply.parse(JSON.parse(JSON.stringify(reply)));

test("an execution that AWS no longer knows is shown as it was kept, without its actions", async () => {
  const { execution } = sent(await getExecution(ALL_SEEING, { ...place, id: old(1, "").id }));
  expect(execution).toMatchObject({
    forgotten: true,
    summary: {
      ...{ status: "Failed", startedAt: "2001-01-01T00:00:00.000Z", updatedAt: "2001-01-01T01:00:00.000Z" },
      ...{ revisions: [{ shortId: "0ddba11" }], trigger: { text: "push" }, stage: "Deploy" },
    },
  });
  expect(execution.stages.map(({ name, standing }) => [name, standing])).toEqual([
    ["Source", "Succeeded"],
    ["Deploy", "Failed"],
    ["Tell", "NotYetRun"],
    ["Gone", "Succeeded"],
  ]);
  expect(execution.stages.flatMap(({ actions }) => actions)).toEqual([]);
});

test("one that was last seen before it had ended is not made up", async () => {
  await expect(getExecution(ALL_SEEING, { ...place, id: old(2, "").id })).rejects.toMatchObject({
    code: "execution.not-found",
  });
});

test("it is compared in what is kept, and the rest is told to be missing", async () => {
  const reply = await compareExecution(ALL_SEEING, { ...place, id: known }, old(1, "").id);
  const { comparison } = sent(reply);
  expect(comparison).toMatchObject({
    before: { id: old(1, "").id, forgotten: true },
    after: { id: known },
    status: { before: "Failed", after: "Succeeded", same: false },
    tookMs: { before: 3_600_000, same: false },
    revisions: [{ action: "App", before: { id: "0ddba11" }, same: false }],
  });
  expect(comparison?.variables).toBeUndefined();
  expect(comparison?.pipelineVersion).toBeUndefined();
  expect(comparison?.stages).toBeUndefined();
});
