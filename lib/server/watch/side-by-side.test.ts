import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openApprovals } from "@/lib/domain/open-approvals";
import type { TargetConfig } from "../config/config";
import { newId } from "../new-id";
import { ApprovalWorld } from "../testing/approval-world";
import { giveAmpleBudget } from "../testing/give-ample-budget";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { HistoryIndex } from "./history-index";
import { type Kept, readPipeline } from "./read-pipeline";

/** Each of these has eight runs of actions, so that they fill more pages than a read takes. */
const NEWER = 95;
const RETRIES = 5;

let world: ApprovalWorld;
let database: TestDatabase;
let pipeline: string;
let first: string;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await ApprovalWorld.start();
  pipeline = await world.pipeline("PARALLEL");
  first = await world.release(pipeline);
  await world.outcome(pipeline, "Ship", { status: "Failed", durationMs: 1000 });
  for (let count = 0; count < NEWER; count += 1) {
    const id = await world.release(pipeline);
    await world.answerElsewhere(pipeline, id, "Approved");
    for (let retries = 0; retries < RETRIES; retries += 1) {
      await world.retryElsewhere(pipeline, id);
      await world.pass(1);
    }
  }
}, 180_000);
afterAll(async () => {
  await world.emulator.stop();
  await database.drop();
});

let target: TargetConfig;
beforeEach(() => {
  stubAwsKeys();
  target = {
    ...world.target(`t-${newId()}`),
    ...{ name: "Test", account: "111122223333", region: "eu-west-1", exclude: [] },
  };
  giveAmpleBudget(target);
});

const read = (kept: Kept | null = null) =>
  readPipeline(target, pipeline, { name: pipeline, executionMode: "PARALLEL" }, kept, "full");
const asked = async () => (await world.emulator.requests()).ListActionExecutions ?? 0;

async function expectAsking(kept: Kept | null = null) {
  const { state } = await read(kept);
  const approvals = state.stages.flatMap(({ actions }) => actions).flatMap(openApprovals);
  expect(approvals.map(({ executionId }) => executionId)).toEqual([first]);
  expect(state.onTheLine).toMatchObject([{ id: first, standing: "Approval", stage: "Sign" }]);
  expect(state.row.approvalExpiresAt).toBeDefined();
}

it("an approval behind more actions than are read is there, at one request now and then", async () => {
  await expectAsking();
  const { kept } = await read();
  const before = await asked();
  await read(kept);
  expect((await asked()) - before).toBe(5);
}, 30_000);

it("and so is one behind more executions than a page holds", async () => {
  for (let count = NEWER; count < 101; count += 1) {
    const id = await world.release(pipeline);
    await world.answerElsewhere(pipeline, id, "Rejected");
  }
  const index = new HistoryIndex(target, () => ({ keepMonths: 1200, readPast: true }));
  globalThis.pipedeckHistoryIndexes ??= new WeakMap();
  globalThis.pipedeckHistoryIndexes.set(target, index);
  index.start();
  await read();
  await expect.poll(() => index.inFlight(pipeline).map(({ id }) => id), { timeout: 10_000 }).toEqual([first]);
  await expectAsking();
  index.stop();
}, 30_000);
