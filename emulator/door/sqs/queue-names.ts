import { DoorError } from "../door-error";

/** The one queue of every account and region. */
export const QUEUE_NAME = "codepipeline-events";

export function queueArn(account: string, region: string): string {
  return `arn:aws:sqs:${region}:${account}:${QUEUE_NAME}`;
}

/** `host` is what the client reached the emulator by, with the port. */
export function queueUrl(host: string, account: string): string {
  return `http://${host}/${account}/${QUEUE_NAME}`;
}

export function noSuchQueue(): DoorError {
  return new DoorError("QueueDoesNotExist", 400, "The specified queue does not exist.");
}

/**
 * Account of the queue a URL names; where the URL leads to does not matter, as AWS only reads its path. Throws DoorError:
 * InvalidAddress for what is no URL of a queue, QueueDoesNotExist for any other queue than the one that is there.
 */
export function accountOfQueue(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const [, account, name] = /^\/?(\d{12})\/([\w-]{1,80}(?:\.fifo)?)\/?$/.exec(path) ?? [];
  if (account === undefined) {
    throw new DoorError("InvalidAddress", 400, `The address ${url} is not valid for this endpoint.`);
  }
  if (name !== QUEUE_NAME) throw noSuchQueue();
  return account;
}
