import { DoorError } from "../door-error";
import { RETENTION_MS } from "./message-queue";
import { queueArn } from "./queue-names";
import { type QueueOperation, queueOf, texts } from "./queue-operation";

/** Attributes that other queues have and this one has not. */
const NOT_HERE = [
  "RedrivePolicy",
  "RedriveAllowPolicy",
  "FifoQueue",
  "ContentBasedDeduplication",
  "KmsMasterKeyId",
  "KmsDataKeyReusePeriodSeconds",
  "DeduplicationScope",
  "FifoThroughputLimit",
];

function policyOf(arn: string): string {
  const statement = {
    Sid: "events",
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: "sqs:SendMessage",
    Resource: arn,
  };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

/** GetQueueAttributes of SQS. Throws DoorError: QueueDoesNotExist, InvalidAddress, InvalidAttributeName. */
export const getQueueAttributes: QueueOperation = (emulator, call) => {
  const queue = queueOf(emulator, call);
  const { account } = call.signed.caller;
  const { waiting, inFlight, delayed } = queue.counts(emulator.clock.waitingNow());
  const arn = queueArn(account, call.signed.region);
  const createdAt = String(Math.floor(queue.createdAt / 1000));
  const all: Record<string, string> = {
    Policy: policyOf(arn),
    VisibilityTimeout: "30",
    MaximumMessageSize: "1048576",
    MessageRetentionPeriod: String(RETENTION_MS / 1000),
    ApproximateNumberOfMessages: String(waiting),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    CreatedTimestamp: createdAt,
    LastModifiedTimestamp: createdAt,
    QueueArn: arn,
    ApproximateNumberOfMessagesDelayed: String(delayed),
    DelaySeconds: "0",
    ReceiveMessageWaitTimeSeconds: "0",
    SqsManagedSseEnabled: "true",
  };
  const wanted = texts(call.input, "AttributeNames");
  const unknown = wanted.find(
    (name) => name !== "All" && !NOT_HERE.includes(name) && !Object.hasOwn(all, name),
  );
  if (unknown !== undefined) {
    throw new DoorError("InvalidAttributeName", 400, `Unknown Attribute ${unknown}.`);
  }
  const kept = Object.entries(all).filter(([name]) => wanted.includes("All") || wanted.includes(name));
  return kept.length === 0 ? {} : { Attributes: Object.fromEntries(kept) };
};
