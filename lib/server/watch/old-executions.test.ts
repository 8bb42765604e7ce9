import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { TargetConfig } from "../config/config";
import { newId } from "../new-id";
import { executionsWithin, type KeptExecution } from "../store/executions";
import { ApprovalWorld } from "../testing/approval-world";
import { giveAmpleBudget } from "../testing/give-ample-budget";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { HistoryIndex } from "./history-index";
import { type Kept, readPipeline } from "./read-pipeline";
import { seenExecutions } from "./seen-executions";

/** More than AWS's newest page holds. */
const NEWER = 101;
const SHA = "0ddba11".padEnd(40, "0");

let world: ApprovalWorld;
let database: TestDatabase;
let pipeline: string;
/** Waits for approval, with all others behind it. */
let waits: string;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await ApprovalWorld.start();
  pipeline = await world.pipeline();
  waits = await world.release(pipeline, SHA);
  for (let count = 0; count < NEWER; count += 1) await world.release(pipeline);
}, 120_000);
afterAll(async () => {
  await world.emulator.stop();
  await database.drop();
});

let target: TargetConfig;
const running: HistoryIndex[] = [];
beforeEach(() => {
  stubAwsKeys();
  target = {
    ...world.target(`t-${newId()}`),
    name: "Test",
    account: "111122223333",
    region: "eu-west-1",
    exclude: [],
  };
  giveAmpleBudget(target);
});
afterEach(() => {
  for (const index of running.splice(0)) index.stop();
});

function begin(): HistoryIndex {
  const index = new HistoryIndex(target, () => ({ keepMonths: 1200, readPast: true }));
  globalThis.pipedeckHistoryIndexes ??= new WeakMap();
  globalThis.pipedeckHistoryIndexes.set(target, index);
  running.push(index);
  index.start();
  return index;
}

const read = (kept: Kept | null = null) => readPipeline(target, pipeline, { name: pipeline }, kept, "row");

async function stored(): Promise<KeptExecution | undefined> {
  await seenExecutions().settled();
  const never = "1970-01-01T00:00:00.000Z";
  const place = { target: target.id, pipeline };
  return (await executionsWithin(place, { from: never, to: never, ids: [waits] }))[0];
}

const asked = async () => (await world.emulator.requests()).GetPipelineExecution ?? 0;

it("what goes on behind the newest page stays on the line, under its name, and costs no read a request", async () => {
  const index = begin();
  await read();
  await index.settled();
  await expect.poll(() => index.inFlight(pipeline).map(({ id }) => id), { timeout: 10_000 }).toEqual([waits]);
  const before = await asked();
  let last = await read();
  for (let count = 0; count < 3; count += 1) last = await read(last.kept);
  expect(await asked()).toBe(before);
  const { onTheLine, stages, row } = last.state;
  expect(onTheLine.find(({ id }) => id === waits)).toMatchObject({ standing: "Approval", stage: "Sign" });
  expect(stages.find(({ name }) => name === "Sign")?.revision).toMatchObject({ id: SHA, shortId: "0ddba11" });
  expect(JSON.stringify(row.stations)).toContain("0ddba11");
}, 30_000);

it("what ended there is seen to have ended, whether the server ran meanwhile or not", async () => {
  const index = begin();
  await read();
  await index.settled();
  const { kept } = await read();
  await world.answerElsewhere(pipeline, waits, "Approved");
  await world.pass(61);
  const after = await read(kept);
  expect(after.state.stages.find(({ name }) => name === "Ship")?.revision?.id).toBe(SHA);
  await expect.poll(async () => (await stored())?.execution.status, { timeout: 10_000 }).toBe("Succeeded");
  expect((await stored())?.ran?.get("Ship")).toBe("Succeeded");
  expect(index.inFlight(pipeline)).toEqual([]);
  const { state } = await read(after.kept);
  expect(state.onTheLine.map(({ id }) => id)).not.toContain(waits);
  expect(state.stages.find(({ name }) => name === "Ship")?.revision?.id).toBe(SHA);
  index.stop();

  await database.query("update executions set status = 'InProgress', ran = null where id = $1", [waits]);
  await database.query("update executions set words = words || array_to_tsvector(array['s=inprogress'])");
  const next = begin();
  expect((await read()).state.onTheLine.map(({ id }) => id)).not.toContain(waits);
  await expect.poll(async () => (await stored())?.execution.status, { timeout: 10_000 }).toBe("Succeeded");
  expect(next.inFlight(pipeline)).toEqual([]);
}, 30_000);
