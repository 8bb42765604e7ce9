import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../new-id";
import { keepExecutions } from "../store/executions";
import { ALL_SEEING } from "../testing/all-seeing";
import { ApprovalWorld } from "../testing/approval-world";
import { configureEachTest } from "../testing/configure-each-test";
import { forgetWatches } from "../testing/forget-watches";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { seenExecutions } from "../watch/seen-executions";
import { getExecution } from "./get-execution";
import { listExecutions } from "./list-executions";

let world: ApprovalWorld;
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await ApprovalWorld.start();
}, 60_000);
afterAll(async () => {
  await world.emulator.stop();
  await database.drop();
});
configureEachTest(() => [world.target("signs")]);

test("what AWS's list does not reach is told by what was kept: who took the place, when, and what brought it back", async () => {
  const place = { target: "signs", pipeline: await world.pipeline() };
  await world.release(place.pipeline);
  const lost = await world.release(place.pipeline);
  const won = await world.release(place.pipeline);
  const { items } = await listExecutions(ALL_SEEING, place, { limit: 10 });
  const row = items.find(({ id }) => id === lost);
  expect(row?.status).toBe("Superseded");
  await seenExecutions().settled();
  const rollback = newId();
  const at = new Date(Date.parse(row?.updatedAt ?? "") + 60_000).toISOString();
  await keepExecutions([
    {
      ...place,
      execution: {
        ...{ id: rollback, status: "Succeeded", startedAt: at, updatedAt: at, revisions: [] },
        ...{ executionType: "ROLLBACK", rollbackOf: lost },
      },
    },
  ]);
  await forgetWatches();
  globalThis.pipedeckExecutions = undefined;
  globalThis.pipedeckHistories = undefined;
  await world.fault("ListPipelineExecutions", "accessDenied", 1000);
  const { execution } = await getExecution(ALL_SEEING, { ...place, id: lost }).finally(() =>
    world.emulator.control("DELETE", "/faults"),
  );
  expect(execution).toMatchObject({ supersededBy: won, restoredBy: [rollback] });
  expect(execution.summary).toMatchObject({ startedAt: row?.startedAt, updatedAt: row?.updatedAt });
});
