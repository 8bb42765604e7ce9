import { DoorError } from "../door-error";
import { notAHandle } from "./delete-message";
import { neededText, type QueueOperation, queueOf } from "./queue-operation";

const MOST_ENTRIES = 10;

interface Entry {
  Id: string;
  ReceiptHandle: string;
}

function refuse(code: string, message: string): never {
  throw new DoorError(code, 400, message);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function entriesOf(input: Record<string, unknown>): Entry[] {
  const list = input.Entries ?? [];
  if (!Array.isArray(list) || !list.every(isObject)) {
    refuse("SerializationException", "Entries must be a list of objects.");
  }
  if (list.length === 0) {
    refuse(
      "EmptyBatchRequest",
      "There should be at least one DeleteMessageBatchRequestEntry in the request.",
    );
  }
  if (list.length > MOST_ENTRIES) {
    const message = `Maximum number of entries per request are ${MOST_ENTRIES}. You have sent ${list.length}.`;
    refuse("TooManyEntriesInBatchRequest", message);
  }
  const entries = list.map((entry) => ({
    Id: neededText(entry, "Id"),
    ReceiptHandle: neededText(entry, "ReceiptHandle"),
  }));
  const seen = new Set<string>();
  for (const { Id } of entries) {
    if (!/^[\w-]{1,80}$/.test(Id)) {
      const rule = "can only contain alphanumeric characters, hyphens and underscores";
      refuse("InvalidBatchEntryId", `A batch entry id ${rule}. It can be at most 80 letters long.`);
    }
    if (seen.has(Id)) refuse("BatchEntryIdsNotDistinct", `Id ${Id} repeated.`);
    seen.add(Id);
  }
  return entries;
}

/**
 * DeleteMessageBatch of SQS: each entry goes well or fails for itself. Throws DoorError: QueueDoesNotExist, InvalidAddress,
 * EmptyBatchRequest, TooManyEntriesInBatchRequest, InvalidBatchEntryId, BatchEntryIdsNotDistinct.
 */
export const deleteMessageBatch: QueueOperation = (emulator, call) => {
  const queue = queueOf(emulator, call);
  const Successful: { Id: string }[] = [];
  const Failed: { Id: string; SenderFault: boolean; Code: string; Message: string }[] = [];
  for (const { Id, ReceiptHandle } of entriesOf(call.input)) {
    if (queue.delete(ReceiptHandle)) Successful.push({ Id });
    else
      Failed.push({
        Id,
        SenderFault: true,
        Code: "ReceiptHandleIsInvalid",
        Message: notAHandle(ReceiptHandle),
      });
  }
  return { Successful, Failed };
};
