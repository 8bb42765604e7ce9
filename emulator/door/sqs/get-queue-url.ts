import { DoorError } from "../door-error";
import { noSuchQueue, QUEUE_NAME, queueUrl } from "./queue-names";
import { neededText, type QueueOperation } from "./queue-operation";

/**
 * GetQueueUrl of SQS, at the address the client used. Throws DoorError: QueueDoesNotExist, also for the queue of another
 * account, as SQS does for one that may not be seen.
 */
export const getQueueUrl: QueueOperation = (_emulator, { input, signed, host }) => {
  const name = neededText(input, "QueueName");
  const owner = input.QueueOwnerAWSAccountId ?? signed.caller.account;
  if (typeof owner !== "string" || !/^\d{12}$/.test(owner)) {
    const message = `Value ${String(owner)} for parameter QueueOwnerAWSAccountId is invalid. Reason: Must be an account id of 12 digits.`;
    throw new DoorError("InvalidParameterValueException", 400, message);
  }
  if (name !== QUEUE_NAME || owner !== signed.caller.account) throw noSuchQueue();
  return { QueueUrl: queueUrl(host, owner) };
};
