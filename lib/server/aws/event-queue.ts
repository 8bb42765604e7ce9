import "server-only";
import {
  type BatchResultErrorEntry,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import type { TargetConfig } from "../config/config";
import { roleCredentials } from "./assume-role";
import { requestHandler } from "./request-handler";

/** SQS lets a receiver wait at most this long for the first message. */
const LONGEST_POLL_SECONDS = 20;
/** SQS gives at most this many messages at once. */
const MOST_MESSAGES = 10;
const DEADLINE_MS = (LONGEST_POLL_SECONDS + 5) * 1000;

/** One message as SQS hands it out. */
export interface QueueMessage {
  body: string;
  receiptHandle: string;
}

/** Region of a queue: the one that AWS's own addresses name, or that of the target. */
export function queueRegion(queueUrl: string, target: TargetConfig): string {
  return /^https:\/\/sqs\.([a-z0-9-]+)\.amazonaws\./.exec(queueUrl)?.[1] ?? target.region;
}

/** The queue that EventBridge fills, read with the credentials of a target. */
export class EventQueue {
  readonly url: string;
  readonly #client: SQSClient;

  constructor(target: TargetConfig, queueUrl: string) {
    this.url = queueUrl;
    this.#client = new SQSClient({
      region: queueRegion(queueUrl, target),
      maxAttempts: 1,
      requestHandler: requestHandler(DEADLINE_MS),
      ...(target.endpoint === undefined ? {} : { endpoint: target.endpoint }),
      ...(target.profile === undefined ? {} : { profile: target.profile }),
      ...(target.roleArn === undefined ? {} : { credentials: roleCredentials(target, target.roleArn) }),
    });
  }

  /** ReceiveMessage as a long poll: up to ten messages, none after 20 s without any. Throws what the SDK throws. */
  async receive(signal: AbortSignal): Promise<QueueMessage[]> {
    const command = new ReceiveMessageCommand({
      QueueUrl: this.url,
      MaxNumberOfMessages: MOST_MESSAGES,
      WaitTimeSeconds: LONGEST_POLL_SECONDS,
    });
    const { Messages } = await this.#client.send(command, { abortSignal: signal });
    return (Messages ?? []).flatMap(({ Body, ReceiptHandle }) =>
      ReceiptHandle === undefined ? [] : [{ body: Body ?? "", receiptHandle: ReceiptHandle }],
    );
  }

  /**
   * DeleteMessageBatch. One that cannot be deleted comes again, which is no harm. Throws what the SDK throws, and its like
   * where SQS answers well and says of some that they were not deleted.
   */
  async forget(messages: readonly QueueMessage[], signal: AbortSignal): Promise<void> {
    const Entries = messages.map(({ receiptHandle }, index) => ({
      Id: String(index),
      ReceiptHandle: receiptHandle,
    }));
    const command = new DeleteMessageBatchCommand({ QueueUrl: this.url, Entries });
    const { Failed: [failed] = [] } = await this.#client.send(command, { abortSignal: signal });
    if (failed !== undefined) throw entryError(failed);
  }

  /** Lets go of sockets. */
  close(): void {
    this.#client.destroy();
  }
}

/** What is said of one message, as the SDK would have thrown it of all. */
function entryError({ Code = "Error", Message, SenderFault }: BatchResultErrorEntry): Error {
  const $metadata = { httpStatusCode: SenderFault ? 400 : 500 };
  return Object.assign(new Error(Message), { name: Code, $metadata });
}
