import { createHash } from "node:crypto";
import { DoorError } from "../door-error";
import type { Emulator } from "../emulator";
import type { ServiceCall } from "../service-call";
import { eventText } from "./event-text";
import type { ReceivedMessage } from "./message-queue";
import { queueOf, texts } from "./queue-operation";

/** Made-up user id of the service that sends. */
const SENDER_ID = "AIDAEVENTBRIDGEEVENTS";
const DEFAULT_HIDDEN_SECONDS = 30;
const SYSTEM_ATTRIBUTES = [
  "All",
  "SenderId",
  "SentTimestamp",
  "ApproximateReceiveCount",
  "ApproximateFirstReceiveTimestamp",
  "SequenceNumber",
  "MessageDeduplicationId",
  "MessageGroupId",
  "AWSTraceHeader",
  "DeadLetterQueueSourceArn",
  "SqsManagedSseEnabled",
];

interface Wanted {
  most: number;
  hiddenMs: number;
  waitMs: number;
  attributes: string[];
}

function whole(
  input: Record<string, unknown>,
  name: string,
  [least, most]: [number, number],
  rule: string,
): number | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
  const message = `Value ${String(value)} for parameter ${name} is invalid. Reason: Must be ${rule}, if provided.`;
  throw new DoorError("InvalidParameterValueException", 400, message);
}

function wantedBy(input: Record<string, unknown>): Wanted {
  const attributes = [...texts(input, "AttributeNames"), ...texts(input, "MessageSystemAttributeNames")];
  const unknown = attributes.find((name) => !SYSTEM_ATTRIBUTES.includes(name));
  if (unknown !== undefined) {
    throw new DoorError("InvalidAttributeName", 400, `Unknown Attribute ${unknown}.`);
  }
  const hidden = whole(input, "VisibilityTimeout", [0, 43_200], ">= 0 and <= 43200");
  return {
    attributes,
    most: whole(input, "MaxNumberOfMessages", [1, 10], "between 1 and 10") ?? 1,
    hiddenMs: (hidden ?? DEFAULT_HIDDEN_SECONDS) * 1000,
    waitMs: (whole(input, "WaitTimeSeconds", [0, 20], ">= 0 and <= 20") ?? 0) * 1000,
  };
}

function attributesOf({ message }: ReceivedMessage, wanted: readonly string[]): Record<string, string> {
  const all: Record<string, string> = {
    SenderId: SENDER_ID,
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sentAt),
  };
  const kept = Object.entries(all).filter(([name]) => wanted.includes("All") || wanted.includes(name));
  return Object.fromEntries(kept);
}

function shown(received: ReceivedMessage, wanted: readonly string[]): Record<string, unknown> {
  const body = eventText(received.message.event);
  const attributes = attributesOf(received, wanted);
  return {
    MessageId: received.message.id,
    ReceiptHandle: received.handle,
    MD5OfBody: createHash("md5").update(body).digest("hex"),
    Body: body,
    ...(Object.keys(attributes).length > 0 && { Attributes: attributes }),
  };
}

/**
 * ReceiveMessage of SQS: up to ten events, the oldest first. With WaitTimeSeconds it waits for the first one, in wall time
 * under the real clock, in emulated time under the manual one; a reset of the world or a client that leaves ends the wait.
 * Throws DoorError: QueueDoesNotExist, InvalidAddress, InvalidParameterValueException, InvalidAttributeName.
 */
export async function receiveMessage(emulator: Emulator, call: ServiceCall): Promise<unknown> {
  const queue = queueOf(emulator, call);
  const { most, hiddenMs, waitMs, attributes } = wantedBy(call.input);
  const { queues, clock } = emulator;
  const until = clock.waitingNow() + waitMs;
  let gone: AbortSignal | undefined;
  for (;;) {
    const now = clock.waitingNow();
    const received = queue.receive(now, most, hiddenMs);
    if (received.length > 0) return { Messages: received.map((each) => shown(each, attributes)) };
    if (now >= until || queues.closed) return {};
    gone ??= call.gone();
    if (gone.aborted) return {};
    await queues.change(queue, until, gone);
    if (gone.aborted || queues.closed) return {};
    emulator.worldAtNow();
  }
}
