import { DoorError } from "../door-error";
import { neededText, type QueueOperation, queueOf } from "./queue-operation";

/** What is wrong with a handle that the queue did not make. */
export function notAHandle(handle: string): string {
  return `The input receipt handle "${handle}" is not a valid receipt handle.`;
}

/**
 * DeleteMessage of SQS. A message that is gone, or that was received again since, is no error. Throws DoorError:
 * QueueDoesNotExist, InvalidAddress, ReceiptHandleIsInvalid.
 */
export const deleteMessage: QueueOperation = (emulator, call) => {
  const queue = queueOf(emulator, call);
  const handle = neededText(call.input, "ReceiptHandle");
  if (!queue.delete(handle)) throw new DoorError("ReceiptHandleIsInvalid", 400, notAHandle(handle));
};
