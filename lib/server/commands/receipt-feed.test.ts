import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Receipt } from "@/lib/domain/receipt";
import { followClock } from "../clock";
import { newId } from "../new-id";
import { processId } from "../process-id";
import { processLock } from "../store/process-lock";
import { logHead } from "../store/receipt-log";
import { recordReceipt, stepReceipt } from "../store/receipt-steps";
import { findReceipt } from "../store/receipts";
import { ApprovalWorld } from "../testing/approval-world";
import { writeConfig } from "../testing/config-file";
import { openHouse, type TestHouse } from "../testing/house";
import { presser } from "../testing/presser";
import { answerApproval } from "./answer-approval";
import { ReceiptFeed } from "./receipt-feed";

let world: ApprovalWorld;
let house: TestHouse;
let feed: ReceiptFeed;
const folder = mkdtempSync(path.join(tmpdir(), "pipedeck-anchors-"));
const anchors = path.join(folder, "anchors.log");
const removeConfigs: Array<() => void> = [];

beforeAll(async () => {
  world = await ApprovalWorld.start();
  house = await openHouse([world.target("dev-eu")]);
  process.env.PIPEDECK_CLOCK_URL = world.emulator.url;
  process.env.PIPEDECK_ANCHOR_FILE = anchors;
  feed = new ReceiptFeed();
  feed.start();
});
afterAll(async () => {
  await feed.stop();
  Reflect.deleteProperty(process.env, "PIPEDECK_CLOCK_URL");
  globalThis.pipedeckFollowedClock = undefined;
  await house.close();
  for (const remove of removeConfigs) remove();
  await world.emulator.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => world.emulator.control("DELETE", "/faults"));

async function approve(fault?: string): Promise<{ receipt: Receipt; pipeline: string; executionId: string }> {
  const pipeline = await world.pipeline();
  removeConfigs.push(writeConfig([world.target("dev-eu", [`${pipeline}*`])]));
  const executionId = await world.release(pipeline);
  // As every request does.
  await followClock();
  if (fault) await world.fault("PutApprovalResult", fault);
  const place = { target: "dev-eu", pipeline, stage: "Sign", action: "Ask" };
  const answer = { executionId, result: "Approved", summary: newId() } as const;
  return { receipt: await answerApproval(presser("approver"), place, answer), pipeline, executionId };
}

const known = async (id: string) => (await findReceipt(id))?.receipt;
const settles = (id: string) => expect.poll(async () => (await known(id))?.state, { timeout: 25_000 });

it("an accepted press is confirmed once its effect is seen", async () => {
  const { receipt } = await approve();
  expect(receipt.state).toBe("accepted");
  await settles(receipt.id).toBe("confirmed");
  expect(await known(receipt.id)).toMatchObject({
    settledAt: receipt.settledAt,
    finding: expect.stringContaining("Ask in Sign: Succeeded"),
  });
});

it("a press whose answer was lost is confirmed by reading, and was sent once", async () => {
  const { receipt, pipeline } = await approve("resetAfter");
  expect(receipt.state).toBe("unknown");
  await settles(receipt.id).toBe("confirmed");
  expect(await world.posts("PutApprovalResult", pipeline)).toHaveLength(1);
});

it("a press that did not act is without effect only when AWS would not take it any more, and is never sent again", async () => {
  const { receipt, pipeline } = await approve("reset");
  const reads = async () => (await world.posts("ListActionExecutions", pipeline)).length;
  const before = await reads();
  await world.pass(29);
  await expect.poll(reads, { timeout: 10_000 }).toBeGreaterThan(before);
  expect((await known(receipt.id))?.state).toBe("unknown");
  await world.pass(2);
  await settles(receipt.id).toBe("no-effect");
  expect(await world.posts("PutApprovalResult", pipeline)).toHaveLength(1);
}, 60_000);

it("a press whose target is configured no more is left undecided once it cannot act", async () => {
  const { receipt } = await approve("reset");
  removeConfigs.push(writeConfig([world.target("elsewhere")]));
  await world.pass(34);
  await settles(receipt.id).toBe("undecided");
  expect((await known(receipt.id))?.finding).toContain("dev-eu is no longer configured");
}, 60_000);

it("a press that another one forestalled is without effect at once", async () => {
  const { receipt, pipeline, executionId } = await approve("reset");
  await world.answerElsewhere(pipeline, executionId, "Approved");
  await settles(receipt.id).toBe("no-effect");
  expect((await known(receipt.id))?.finding).toContain("answered otherwise");
});

it("what a process that is gone left behind: never sent is refused, sent is read for", async () => {
  const { receipt: done, pipeline, executionId } = await approve();
  await settles(done.id).toBe("confirmed");
  const press = () => ({
    id: newId(),
    verb: "approve" as const,
    target: "dev-eu",
    pipeline,
    stage: "Sign",
    action: "Ask",
    executionId,
    precondition: newId(),
    person: { id: "approver", name: "Arun Mehta" },
    sessionId: newId(),
    requestHash: "",
    recordedAtMs: Date.now(),
    reason: done.reason,
  });
  const [recorded, sent] = [press(), press()];
  for (const one of [recorded, sent]) await recordReceipt(one);
  await stepReceipt(sent.id, { kind: "send", at: new Date().toISOString() });
  await house.database.query("update receipts set served_by = $1 where id = any($2)", [
    newId(),
    [recorded.id, sent.id],
  ]);
  await settles(recorded.id).toBe("refused");
  expect((await known(recorded.id))?.refusal).toMatchObject({
    code: "press.interrupted",
    beforeSending: true,
  });
  await settles(sent.id).toBe("confirmed");
});

it("every step is anchored outside the database", async () => {
  const { receipt } = await approve();
  await settles(receipt.id).toBe("confirmed");
  const head = await logHead();
  await expect
    .poll(() => readFileSync(anchors, "utf8"), { timeout: 10_000 })
    .toContain(`${head?.seq} ${head?.hash} `);
});

it("a process whose name is held by a session that it lost takes it as soon as that is over", async () => {
  const asked = () =>
    house.database.query(
      `select pid from pg_stat_activity where application_name = 'pipedeck watch'
       and datname = current_database() and state = 'idle' and query like '%pg_try_advisory_lock%'`,
    );
  const holders = () =>
    house.database.query(
      `select pid from pg_locks join pg_database on pg_database.oid = database
       where locktype = 'advisory' and datname = current_database()
         and objid::bigint = hashtext($1)::bigint & 4294967295`,
      [processLock(processId())],
    );
  const [before] = await holders();
  const later = new ReceiptFeed();
  later.start();
  await expect.poll(async () => (await asked()).length, { timeout: 10_000 }).toBe(2);
  expect(await holders()).toEqual([before]);
  await feed.stop();
  feed = later;
  await expect.poll(holders, { timeout: 10_000 }).not.toEqual([before]);
  await expect.poll(holders, { timeout: 10_000 }).toEqual([{ pid: expect.any(Number) }]);
}, 30_000);
