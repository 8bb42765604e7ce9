import { CreatePipelineCommand } from "@aws-sdk/client-codepipeline";
import { codePipelineAt, control, keysOf } from "../sdk-for-tests";
import { ASK, shopOf } from "../shop-for-tests";
import { signedRequest } from "../signature/signed-for-tests";

/** What a message looks like on the wire. */
export interface WireMessage {
  MessageId: string;
  ReceiptHandle: string;
  MD5OfBody: string;
  Body: string;
  Attributes?: Record<string, string>;
}

/** An answer of SQS. */
export interface QueueAnswer {
  status: number;
  body: {
    Messages?: WireMessage[];
    Attributes?: Record<string, string>;
    QueueUrl?: string;
    Successful?: unknown;
    Failed?: unknown;
    __type?: string;
    message?: string;
  };
  queryError: string | null;
}

/** A client of the queue of one account and region, over signed HTTP. */
export class QueueForTests {
  readonly queueUrl: string;
  private readonly url: string;
  private readonly account: string;
  private readonly region: string;

  constructor(url: string, { account = "111122223333", region = "eu-west-1" } = {}) {
    this.url = url;
    this.account = account;
    this.region = region;
    this.queueUrl = `${url}/${account}/codepipeline-events`;
  }

  /** Sends to the path of the queue, as the JavaScript SDK does, or to the root, as boto3 does. */
  async ask(
    operation: string,
    input: Record<string, unknown>,
    { atRoot = false, signal = new AbortController().signal } = {},
  ): Promise<QueueAnswer> {
    const path = atRoot ? "/" : new URL(this.queueUrl).pathname;
    const body = JSON.stringify(input);
    const headers = await signedRequest(this.url, {
      target: `AmazonSQS.${operation}`,
      body,
      service: "sqs",
      region: this.region,
      path,
      keys: keysOf(this.account),
    });
    const response = await fetch(this.url + path, { method: "POST", headers, body, signal });
    const text = await response.text();
    const queryError = response.headers.get("x-amzn-query-error");
    return { status: response.status, body: text === "" ? {} : JSON.parse(text), queryError };
  }

  async receive(input: Record<string, unknown> = {}, signal?: AbortSignal): Promise<WireMessage[]> {
    const answer = await this.ask(
      "ReceiveMessage",
      { QueueUrl: this.queueUrl, ...input },
      signal === undefined ? {} : { signal },
    );
    if (answer.status !== 200) throw new Error(`ReceiveMessage: ${JSON.stringify(answer)}`);
    return answer.body.Messages ?? [];
  }

  /** Every message that can be received now, deleted afterwards; answers the events, in order. */
  async drain(): Promise<WireEvent[]> {
    const events: WireEvent[] = [];
    for (;;) {
      const messages = await this.receive({ MaxNumberOfMessages: 10 });
      if (messages.length === 0) return events;
      events.push(...messages.map(({ Body }): WireEvent => JSON.parse(Body)));
      const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      await this.ask("DeleteMessageBatch", { QueueUrl: this.queueUrl, Entries });
    }
  }

  async attributes(...names: string[]): Promise<Record<string, string>> {
    const answer = await this.ask("GetQueueAttributes", { QueueUrl: this.queueUrl, AttributeNames: names });
    return answer.body.Attributes ?? {};
  }
}

/** An event as it comes out of a message. */
export interface WireEvent {
  id: string;
  time: string;
  "detail-type": string;
  detail: { state: string; stage?: string; action?: string };
}

/** Level and state of events, such as `Stage STARTED`. */
export function statesOf(events: readonly WireEvent[]): string[] {
  return events.map((event) => `${event["detail-type"].split(" ")[1]} ${event.detail.state}`);
}

const DECLARATION = shopOf([ASK], {
  name: "App",
  actionTypeId: { category: "Source", owner: "AWS", provider: "S3", version: "1" },
  outputArtifacts: [{ name: "src" }],
  configuration: { S3Bucket: "sources", S3ObjectKey: "app.zip", PollForSourceChanges: "false" },
});

/** Creates a pipeline: three events at once. */
export async function createPipeline(url: string, account = "111122223333"): Promise<void> {
  await codePipelineAt(url, { account }).send(new CreatePipelineCommand({ pipeline: DECLARATION }));
}

/** Creates a pipeline whose first execution then waits for an approval: seven events within ten minutes. */
export async function createWaitingPipeline(url: string, account = "111122223333"): Promise<void> {
  await createPipeline(url, account);
  await control(url, "POST", "/clock", { advanceMs: 600_000 });
}

/** What `createWaitingPipeline` makes happen. */
export const WAITING_STATES = [
  "Pipeline STARTED",
  "Stage STARTED",
  "Action STARTED",
  "Action SUCCEEDED",
  "Stage SUCCEEDED",
  "Stage STARTED",
  "Action STARTED",
];
