import { DoorError } from "../door-error";
import type { Emulator } from "../emulator";
import type { ServiceCall } from "../service-call";
import type { MessageQueue } from "./message-queue";
import { accountOfQueue } from "./queue-names";

/** One operation of SQS: answers its output, or undefined where it has none. Throws DoorError. */
export type QueueOperation = (emulator: Emulator, call: ServiceCall) => unknown;

/**
 * The queue a call is about. Throws DoorError: QueueDoesNotExist, InvalidAddress, and AccessDeniedException for the queue
 * of another account, which lets only EventBridge and its own account in.
 */
export function queueOf(emulator: Emulator, { input, signed }: ServiceCall): MessageQueue {
  const url = neededText(input, "QueueUrl");
  const account = accountOfQueue(url);
  if (account !== signed.caller.account) {
    throw new DoorError("AccessDeniedException", 403, `Access to the resource ${url} is denied.`);
  }
  emulator.worldAtNow();
  return emulator.queues.of(account, signed.region);
}

/** A text that must be there. Throws DoorError MissingRequiredParameterException. */
export function neededText(input: Record<string, unknown>, name: string): string {
  const value = input[name];
  if (typeof value === "string" && value !== "") return value;
  throw new DoorError(
    "MissingRequiredParameterException",
    400,
    `The request must contain the parameter ${name}.`,
  );
}

/** A list of texts, empty when absent. Throws DoorError SerializationException. */
export function texts(input: Record<string, unknown>, name: string): string[] {
  const value = input[name] ?? [];
  if (Array.isArray(value) && value.every((entry) => typeof entry === "string")) return value;
  throw new DoorError("SerializationException", 400, `${name} must be a list of texts.`);
}
