import {
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keysOf } from "../sdk-for-tests";
import { type RunningEmulator, startEmulator } from "../start";
import { createWaitingPipeline, WAITING_STATES } from "./queue-for-tests";

let emulator: RunningEmulator;
let sqs: SQSClient;

beforeEach(async () => {
  const now = Date.parse("2026-03-02T09:00:00Z");
  emulator = await startEmulator({ port: 0, world: "empty", clock: "manual", now });
  const credentials = keysOf("111122223333");
  sqs = new SQSClient({ endpoint: emulator.url, region: "eu-west-1", credentials, maxAttempts: 1 });
});
afterEach(async () => {
  sqs.destroy();
  await emulator.close();
});

test("the SDK finds the queue, accepts the digests of its messages and empties it", async () => {
  await createWaitingPipeline(emulator.url);
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: "codepipeline-events" }));
  const received = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  const messages = received.Messages ?? [];
  expect(messages).toHaveLength(WAITING_STATES.length);

  const [first, ...others] = messages;
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle }));
  const batch = await sqs.send(
    new DeleteMessageBatchCommand({
      QueueUrl,
      Entries: others.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
    }),
  );
  expect([batch.Successful?.length, batch.Failed ?? []]).toEqual([others.length, []]);

  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }));
  expect(Attributes?.ApproximateNumberOfMessages).toBe("0");
  expect(Attributes?.ApproximateNumberOfMessagesNotVisible).toBe("0");
});

test("the SDK knows the error of a queue that does not exist by its name", async () => {
  const asked = sqs.send(new GetQueueUrlCommand({ QueueName: "other-events" }));
  await expect(asked).rejects.toMatchObject({ name: "QueueDoesNotExist" });
});
