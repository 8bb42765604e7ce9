import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { control } from "../sdk-for-tests";
import { type RunningEmulator, startEmulator } from "../start";
import { createWaitingPipeline, QueueForTests, statesOf, WAITING_STATES } from "./queue-for-tests";

const START = Date.parse("2026-03-02T09:00:00Z");
let emulator: RunningEmulator;
let queue: QueueForTests;

beforeEach(async () => {
  emulator = await startEmulator({ port: 0, world: "empty", clock: "manual", now: START });
  queue = new QueueForTests(emulator.url);
});
afterEach(() => emulator.close());

async function advance(ms: number): Promise<void> {
  await control(emulator.url, "POST", "/clock", { advanceMs: ms });
}

describe("ReceiveMessage", () => {
  test("hands out the events of the region, oldest first, and nothing else", async () => {
    await createWaitingPipeline(emulator.url);
    const log = await control(emulator.url, "GET", "/events");
    const events = await queue.drain();
    expect(statesOf(events)).toEqual(WAITING_STATES);
    expect(events).toEqual((log.body.items as { event: unknown }[]).map(({ event }) => event));
    const elsewhere = [
      new QueueForTests(emulator.url, { region: "us-east-1" }),
      new QueueForTests(emulator.url, { account: "444455556666" }),
    ];
    for (const other of elsewhere) expect(await other.receive({ MaxNumberOfMessages: 10 })).toEqual([]);
  });

  test("gives one message unless more are asked for, with the digest of its body", async () => {
    await createWaitingPipeline(emulator.url);
    const messages = await queue.receive();
    expect(messages).toHaveLength(1);
    const [message] = messages;
    expect(message?.MD5OfBody).toBe(
      createHash("md5")
        .update(message?.Body ?? "")
        .digest("hex"),
    );
    expect(message).not.toHaveProperty("Attributes");
    expect(await queue.receive({ MaxNumberOfMessages: 4 })).toHaveLength(4);
    expect(await queue.receive({ MaxNumberOfMessages: 10 })).toHaveLength(2);
  });

  test("writes the numbers of an event as floats, as CodePipeline does", async () => {
    await createWaitingPipeline(emulator.url);
    const [message] = await queue.receive();
    expect(message?.Body).toContain('"version":1.0,"pipeline-execution-attempt":1.0');
    expect(message?.Body).toContain('{"version":"0"');
  });

  test("tells the attributes that were asked for, by either name of the parameter", async () => {
    await createWaitingPipeline(emulator.url);
    const [all] = await queue.receive({ MessageSystemAttributeNames: ["All"], VisibilityTimeout: 0 });
    expect(all?.Attributes).toEqual({
      SenderId: expect.any(String),
      SentTimestamp: String(START),
      ApproximateReceiveCount: "1",
      ApproximateFirstReceiveTimestamp: String(START + 600_000),
    });
    const [some] = await queue.receive({ AttributeNames: ["SentTimestamp"] });
    expect(Object.keys(some?.Attributes ?? {})).toEqual(["SentTimestamp"]);
  });

  test("hides a message for 30 emulated seconds, then hands it out again with another handle", async () => {
    await createWaitingPipeline(emulator.url);
    const [first] = await queue.receive({ MaxNumberOfMessages: 10 });
    expect(await queue.receive()).toEqual([]);
    await advance(29_999);
    expect(await queue.receive()).toEqual([]);
    await advance(1);
    const [again] = await queue.receive({ AttributeNames: ["ApproximateReceiveCount"] });
    expect(again?.MessageId).toBe(first?.MessageId);
    expect(again?.ReceiptHandle).not.toBe(first?.ReceiptHandle);
    expect(again?.Attributes).toEqual({ ApproximateReceiveCount: "2" });
  });

  test("loses a message that is four days old", async () => {
    await createWaitingPipeline(emulator.url);
    await advance(4 * 86_400_000 - 600_000 - 1);
    expect(await queue.attributes("ApproximateNumberOfMessages")).toEqual({
      ApproximateNumberOfMessages: "7",
    });
    await advance(1);
    expect(statesOf(await queue.drain())[0]).toBe("Action SUCCEEDED");
  });

  test.each([
    [{ MaxNumberOfMessages: 0 }, "Value 0 for parameter MaxNumberOfMessages is invalid."],
    [{ MaxNumberOfMessages: 11 }, "Value 11 for parameter MaxNumberOfMessages is invalid."],
    [{ WaitTimeSeconds: 21 }, "Value 21 for parameter WaitTimeSeconds is invalid."],
    [{ WaitTimeSeconds: 1.5 }, "Value 1.5 for parameter WaitTimeSeconds is invalid."],
    [{ VisibilityTimeout: -1 }, "Value -1 for parameter VisibilityTimeout is invalid."],
  ])("refuses %j with InvalidParameterValue", async (input, words) => {
    const answer = await queue.ask("ReceiveMessage", { QueueUrl: queue.queueUrl, ...input });
    expect(answer).toMatchObject({ status: 400, queryError: "InvalidParameterValue;Sender" });
    expect(answer.body.message).toContain(words);
  });

  test("refuses attributes that no message has", async () => {
    const answer = await queue.ask("ReceiveMessage", {
      QueueUrl: queue.queueUrl,
      AttributeNames: ["Colour"],
    });
    expect(answer).toMatchObject({ status: 400, body: { __type: "com.amazonaws.sqs#InvalidAttributeName" } });
    const listless = await queue.ask("ReceiveMessage", { QueueUrl: queue.queueUrl, AttributeNames: "All" });
    expect(listless.body.__type).toBe("com.amazon.coral.service#SerializationException");
  });
});

describe("deleting", () => {
  test("a deleted message does not come back, and deleting it again is no error", async () => {
    await createWaitingPipeline(emulator.url);
    const [message] = await queue.receive({ MaxNumberOfMessages: 1 });
    const input = { QueueUrl: queue.queueUrl, ReceiptHandle: message?.ReceiptHandle };
    expect(await queue.ask("DeleteMessage", input)).toMatchObject({ status: 200, body: {} });
    expect(await queue.ask("DeleteMessage", input, { atRoot: true })).toMatchObject({ status: 200 });
    await advance(60_000);
    expect(await queue.drain()).toHaveLength(6);
  });

  test("the handle of an earlier receiving deletes nothing", async () => {
    await createWaitingPipeline(emulator.url);
    const [early] = await queue.receive({ VisibilityTimeout: 0, MaxNumberOfMessages: 1 });
    await queue.receive({ VisibilityTimeout: 0, MaxNumberOfMessages: 10 });
    const input = { QueueUrl: queue.queueUrl, ReceiptHandle: early?.ReceiptHandle };
    expect(await queue.ask("DeleteMessage", input)).toMatchObject({ status: 200 });
    expect(await queue.drain()).toHaveLength(7);
  });

  test("a handle of another queue, a changed one and none at all are refused", async () => {
    await createWaitingPipeline(emulator.url);
    const [message] = await queue.receive();
    const handle = message?.ReceiptHandle ?? "";
    const other = new QueueForTests(emulator.url, { region: "us-east-1" });
    const changed = handle.replace(/./, "A");
    for (const [client, ReceiptHandle] of [
      [other, handle],
      [queue, changed],
    ] as const) {
      const answer = await client.ask("DeleteMessage", { QueueUrl: queue.queueUrl, ReceiptHandle });
      expect(answer).toMatchObject({
        status: 400,
        queryError: "ReceiptHandleIsInvalid;Sender",
        body: {
          __type: "com.amazonaws.sqs#ReceiptHandleIsInvalid",
          message: `The input receipt handle "${ReceiptHandle}" is not a valid receipt handle.`,
        },
      });
    }
    const none = await queue.ask("DeleteMessage", { QueueUrl: queue.queueUrl });
    expect(none).toMatchObject({ status: 400, queryError: "MissingParameter;Sender" });
  });

  test("a batch goes well and fails entry by entry", async () => {
    await createWaitingPipeline(emulator.url);
    const [message] = await queue.receive();
    const answer = await queue.ask("DeleteMessageBatch", {
      QueueUrl: queue.queueUrl,
      Entries: [
        { Id: "good", ReceiptHandle: message?.ReceiptHandle },
        { Id: "bad", ReceiptHandle: "made-up" },
      ],
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        Successful: [{ Id: "good" }],
        Failed: [{ Id: "bad", SenderFault: true, Code: "ReceiptHandleIsInvalid" }],
      },
    });
  });

  const entry = (Id: string) => ({ Id, ReceiptHandle: "x" });
  test.each([
    ["EmptyBatchRequest", []],
    ["EmptyBatchRequest", undefined],
    ["TooManyEntriesInBatchRequest", Array.from({ length: 11 }, (_, index) => entry(String(index)))],
    ["BatchEntryIdsNotDistinct", [entry("a"), entry("a")]],
    ["InvalidBatchEntryId", [entry("a b")]],
  ])("a batch is refused as a whole with %s", async (name, Entries) => {
    const answer = await queue.ask("DeleteMessageBatch", { QueueUrl: queue.queueUrl, Entries });
    expect(answer).toMatchObject({
      status: 400,
      queryError: `AWS.SimpleQueueService.${name};Sender`,
      body: { __type: `com.amazonaws.sqs#${name}` },
    });
  });

  test("a batch that is no list of objects is refused", async () => {
    for (const Entries of ["x", [1]]) {
      const answer = await queue.ask("DeleteMessageBatch", { QueueUrl: queue.queueUrl, Entries });
      expect(answer.body.__type).toBe("com.amazon.coral.service#SerializationException");
    }
  });
});

describe("the queue itself", () => {
  test("GetQueueUrl answers the address the client used", async () => {
    const answer = await queue.ask("GetQueueUrl", { QueueName: "codepipeline-events" }, { atRoot: true });
    expect(answer.body).toEqual({ QueueUrl: queue.queueUrl });
  });

  test("GetQueueUrl knows no other queue and no other account's", async () => {
    for (const input of [
      { QueueName: "orders" },
      { QueueName: "codepipeline-events", QueueOwnerAWSAccountId: "444455556666" },
    ]) {
      expect(await queue.ask("GetQueueUrl", input)).toMatchObject({
        status: 400,
        queryError: "AWS.SimpleQueueService.NonExistentQueue;Sender",
        body: {
          __type: "com.amazonaws.sqs#QueueDoesNotExist",
          message: "The specified queue does not exist.",
        },
      });
    }
    const owner = { QueueName: "codepipeline-events", QueueOwnerAWSAccountId: "me" };
    expect(await queue.ask("GetQueueUrl", owner)).toMatchObject({
      queryError: "InvalidParameterValue;Sender",
    });
  });

  test("its attributes tell what waits, what is in flight and where it is", async () => {
    await createWaitingPipeline(emulator.url);
    await queue.receive({ MaxNumberOfMessages: 3 });
    const all = await queue.attributes("All");
    expect(all).toMatchObject({
      ApproximateNumberOfMessages: "4",
      ApproximateNumberOfMessagesNotVisible: "3",
      ApproximateNumberOfMessagesDelayed: "0",
      VisibilityTimeout: "30",
      MessageRetentionPeriod: "345600",
      CreatedTimestamp: String(START / 1000),
      QueueArn: "arn:aws:sqs:eu-west-1:111122223333:codepipeline-events",
    });
    expect(await queue.attributes("QueueArn", "FifoQueue")).toEqual({ QueueArn: all.QueueArn });
    expect(await queue.attributes()).toEqual({});
  });

  test("its attributes have AWS's names only", async () => {
    const answer = await queue.ask("GetQueueAttributes", {
      QueueUrl: queue.queueUrl,
      AttributeNames: ["Colour"],
    });
    expect(answer).toMatchObject({
      status: 400,
      queryError: "InvalidAttributeName;Sender",
      body: { message: "Unknown Attribute Colour." },
    });
  });

  test.each([
    ["https://sqs.eu-west-1.amazonaws.com/111122223333/orders", "QueueDoesNotExist", 400],
    ["https://sqs.eu-west-1.amazonaws.com/codepipeline-events", "InvalidAddress", 400],
    ["http://localhost/444455556666/codepipeline-events", "AccessDeniedException", 403],
  ])("%s is refused with %s", async (QueueUrl, name, status) => {
    const answer = await queue.ask("ReceiveMessage", { QueueUrl });
    expect(answer.status).toBe(status);
    expect(answer.body.__type).toMatch(new RegExp(`#${name}$`));
  });

  test("the URL that AWS would give it names it too", async () => {
    const QueueUrl = "https://sqs.eu-west-1.amazonaws.com/111122223333/codepipeline-events";
    expect(await queue.ask("ReceiveMessage", { QueueUrl })).toMatchObject({ status: 200, body: {} });
  });

  test("operations that are not there answer UnknownOperationException", async () => {
    const answer = await queue.ask("SendMessage", { QueueUrl: queue.queueUrl, MessageBody: "x" });
    expect(answer).toMatchObject({ status: 404, queryError: "UnknownOperationException;Sender" });
  });

  test("a reset empties it", async () => {
    await createWaitingPipeline(emulator.url);
    await control(emulator.url, "POST", "/reset", {});
    expect(await queue.receive()).toEqual([]);
  });

  test("faults of requests meet the queue too", async () => {
    await control(emulator.url, "POST", "/faults", { kind: "accessDenied", operation: "ReceiveMessage" });
    const answer = await queue.ask("ReceiveMessage", { QueueUrl: queue.queueUrl });
    expect(answer).toMatchObject({ status: 403, queryError: "AccessDenied;Sender" });
    expect(answer.body.message).toContain(
      "sqs:ReceiveMessage on resource: arn:aws:sqs:eu-west-1:111122223333:codepipeline-events",
    );
    await control(emulator.url, "POST", "/faults", { kind: "error500", operation: "DeleteMessage" });
    const failed = await queue.ask("DeleteMessage", {});
    expect(failed).toMatchObject({ status: 500, queryError: "InternalFailure;Receiver" });
  });
});
