import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { EventQueue, type QueueMessage } from "../aws/event-queue";
import type { PipelineEvent } from "../codepipeline/to-pipeline-event";
import type { TargetConfig } from "../config/config";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { EventFeed } from "./event-feed";
import { QueueConsumer } from "./queue-consumer";

const ACCOUNT = "444455556666";
const ORDERS = { account: ACCOUNT, region: "eu-west-1", pipeline: "orders-api", action: "orders-repo" };

let emulator: EmulatorProcess;
const running: QueueConsumer[] = [];
beforeAll(async () => {
  emulator = await startEmulator(["--world", "acme", "--clock", "manual"]);
}, 60_000);
afterAll(() => emulator.stop());
beforeEach(() => stubAwsKeys());
afterEach(async () => {
  await emulator.control("DELETE", "/faults");
  await Promise.all(running.splice(0).map((consumer) => consumer.stop()));
  await emulator.control("POST", "/reset", { world: "acme" });
});

function target(facts: Partial<TargetConfig> = {}): TargetConfig {
  return {
    id: "prod-eu",
    name: "Production",
    account: ACCOUNT,
    region: "eu-west-1",
    endpoint: emulator.url,
    roleArn: `arn:aws:iam::${ACCOUNT}:role/pipedeck-read`,
    queueUrl: `${emulator.url}/${ACCOUNT}/codepipeline-events`,
    include: [],
    exclude: [],
    ...facts,
  };
}

/** Hands messages out with handles that SQS does not know again. */
class ForgetfulQueue extends EventQueue {
  override async receive(signal: AbortSignal): Promise<QueueMessage[]> {
    const messages = await super.receive(signal);
    return messages.map(({ body }) => ({ body, receiptHandle: "another" }));
  }
}

function consuming(
  of: TargetConfig,
  Queue = EventQueue,
): { consumer: QueueConsumer; events: PipelineEvent[] } {
  const events: PipelineEvent[] = [];
  const queue = new Queue(of, of.queueUrl ?? "");
  const consumer = new QueueConsumer(queue, (event) => events.push(event));
  running.push(consumer);
  consumer.start();
  return { consumer, events };
}

/** Events so far, as the emulator tells them from outside. */
async function emitted(of = "eu-west-1"): Promise<string[]> {
  const { items } = (await emulator.control("GET", "/events")) as {
    items: { account: string; region: string; event: { id: string } }[];
  };
  return items
    .filter(({ account, region }) => account === ACCOUNT && region === of)
    .map(({ event }) => event.id);
}

async function somethingHappens(): Promise<void> {
  await emulator.control("POST", "/revisions", ORDERS);
  await emulator.control("POST", "/clock", { advanceMs: 60_000 });
}

test("every event of the region is delivered once", async () => {
  await somethingHappens();
  const { consumer, events } = consuming(target());
  const ids = await emitted();
  expect(ids.length).toBeGreaterThan(3);
  await vi.waitFor(() => expect(new Set(events.map(({ id }) => id))).toEqual(new Set(ids)));
  expect(events).toHaveLength(ids.length);
  expect(events.map(({ pipeline }) => pipeline)).toContain("orders-api");
  expect(consumer.health).toMatchObject({ events: ids.length, unreadable: 0, trouble: null });
});

test("what has been received is not in the queue any more", async () => {
  await somethingHappens();
  const first = consuming(target());
  const ids = await emitted();
  await vi.waitFor(() => expect(first.events).toHaveLength(ids.length));
  await running.pop()?.stop();
  await emulator.control("POST", "/clock", { advanceMs: 60_000 });
  const second = consuming(target());
  // What the poll that was broken off had been given comes again once it is visible again.
  await vi.waitFor(async () => {
    await emulator.control("POST", "/clock", { advanceMs: 30_000 });
    const later = (await emitted()).slice(ids.length);
    expect(later.length).toBeGreaterThan(0);
    expect(second.events.map(({ id }) => id)).toEqual(expect.arrayContaining(later.slice(0, 1)));
  });
  expect(second.events.filter(({ id }) => ids.includes(id))).toEqual([]);
});

test("an event that comes twice is delivered once", async () => {
  await emulator.control("POST", "/faults", { kind: "duplicateEvents", rate: 1 });
  await somethingHappens();
  const { consumer, events } = consuming(target());
  const ids = new Set(await emitted());
  await vi.waitFor(() => expect(consumer.health.repeated).toBe(ids.size));
  expect(events).toHaveLength(ids.size);
});

test("a queue that fails is asked again, and nothing is lost", async () => {
  await somethingHappens();
  await emulator.control("POST", "/faults", { kind: "error500", operation: "ReceiveMessage", times: 1 });
  const { consumer, events } = consuming(target());
  await vi.waitFor(() => expect(consumer.health.trouble?.failure.kind).toBe("fault"));
  const ids = await emitted();
  await vi.waitFor(() => expect(events).toHaveLength(ids.length), { timeout: 5000 });
  expect(consumer.health.trouble).toBeNull();
});

test("what cannot be deleted is told as that until it can, while events go on being read", async () => {
  await somethingHappens();
  await emulator.control("POST", "/faults", { kind: "accessDenied", operation: "DeleteMessageBatch" });
  const { consumer, events } = consuming(target());
  await vi.waitFor(() =>
    expect(consumer.health.notDeleted?.failure).toMatchObject({
      kind: "denied",
      permission: expect.stringMatching(/^sqs:DeleteMessage/),
    }),
  );
  const before = events.length;
  await somethingHappens();
  await vi.waitFor(() => expect(events.length).toBeGreaterThan(before));
  expect(consumer.health.trouble).toBeNull();
  expect(consumer.health.notDeleted).not.toBeNull();
  await emulator.control("DELETE", "/faults");
  await somethingHappens();
  await vi.waitFor(() => expect(consumer.health.notDeleted).toBeNull(), { timeout: 5000 });
});

test("what SQS says it has not deleted is told as that, though its answer is no error", async () => {
  await somethingHappens();
  const { consumer } = consuming(target(), ForgetfulQueue);
  await vi.waitFor(() =>
    expect(consumer.health.notDeleted?.failure).toMatchObject({
      kind: "refused",
      code: "ReceiptHandleIsInvalid",
    }),
  );
  expect(consumer.health.trouble).toBeNull();
});

test("a queue that does not exist is named in the trouble", async () => {
  const { consumer } = consuming(target({ queueUrl: `${emulator.url}/${ACCOUNT}/no-such-queue` }));
  await vi.waitFor(() => expect(consumer.health.trouble?.failure.code).toContain("QueueDoesNotExist"));
});

test("stopping breaks off a poll that waits for messages, and is no trouble", async () => {
  await somethingHappens();
  const { consumer, events } = consuming(target());
  const ids = await emitted();
  await vi.waitFor(() => expect(events).toHaveLength(ids.length));
  running.pop();
  await consumer.stop();
  expect(consumer.health.trouble).toBeNull();
});

test("a queue that several targets name is read once, and each gets the events of its account and region", async () => {
  await somethingHappens();
  const told: string[] = [];
  const targets = [
    target(),
    target({ id: "orders", include: ["orders-*"] }),
    target({ id: "us", region: "us-east-1" }),
  ];
  const feed = new EventFeed(
    () => targets,
    (to, { id }) => told.push(`${to.id} ${id}`),
  );
  for (const each of targets) feed.watches(each, true);
  // At one endpoint for all regions, each region has its own queue behind one URL.
  const here = await emitted();
  const there = await emitted("us-east-1");
  const expected = [
    ...here.flatMap((id) => [`prod-eu ${id}`, `orders ${id}`]),
    ...there.map((id) => `us ${id}`),
  ];
  await vi.waitFor(() => expect(told.toSorted()).toEqual(expected.toSorted()));
  expect(feed.healthOf(target())?.events).toBe(here.length);
  expect(feed.healthOf(target({ region: "us-east-1" }))?.events).toBe(there.length);
  for (const each of targets) feed.watches(each, false);
  expect(feed.healthOf(target())).toBeUndefined();
});

test("a queue of AWS is one queue, whichever region the targets that name it are of", async () => {
  const queueUrl = `https://sqs.eu-central-1.amazonaws.com/${ACCOUNT}/events`;
  const targets = [target({ queueUrl }), target({ id: "us", region: "us-east-1", queueUrl })];
  const feed = new EventFeed(
    () => targets,
    () => undefined,
  );
  for (const each of targets) feed.watches(each, true);
  const [first, second] = targets.map((each) => feed.healthOf(each));
  expect(first).toBeDefined();
  expect(second).toBe(first);
  expect(feed.healthOf(target({ queueUrl: undefined }))).toBeUndefined();
  await feed.stop();
});
