import { createHmac } from "node:crypto";
import {
  CreatePipelineCommand,
  DeleteWebhookCommand,
  ListPipelineExecutionsCommand,
  ListWebhooksCommand,
  PutWebhookCommand,
  type WebhookDefinition,
} from "@aws-sdk/client-codepipeline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codePipelineAt } from "./sdk-for-tests";
import { ASK, shopOf } from "./shop-for-tests";
import { type RunningEmulator, startEmulator } from "./start";

const secret = "between us";
const push = JSON.stringify({ ref: "refs/heads/main" });
let emulator: RunningEmulator;

beforeEach(async () => {
  emulator = await startEmulator({ port: 0, world: "empty", clock: "manual" });
  await codePipelineAt(emulator.url).send(new CreatePipelineCommand({ pipeline: shopOf([ASK]) }));
});
afterEach(() => emulator.close());

async function put(change: Partial<WebhookDefinition> = {}): Promise<string> {
  const webhook: WebhookDefinition = {
    name: "hook",
    targetPipeline: "shop",
    targetAction: "App",
    filters: [{ jsonPath: "$.ref", matchEquals: "refs/heads/{BranchName}" }],
    authentication: "GITHUB_HMAC",
    authenticationConfiguration: { SecretToken: secret },
    ...change,
  };
  const answer = await codePipelineAt(emulator.url).send(new PutWebhookCommand({ webhook }));
  return answer.webhook?.url ?? "";
}

async function post(
  url: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<{ status: number; answer: unknown }> {
  const response = await fetch(url, { method: "POST", body: new Uint8Array(Buffer.from(body)), headers });
  return { status: response.status, answer: await response.json() };
}

function signed(body: string, key = secret): Record<string, string> {
  return { "x-hub-signature-256": `sha256=${createHmac("sha256", key).update(body).digest("hex")}` };
}

async function executions() {
  const command = new ListPipelineExecutionsCommand({ pipelineName: "shop" });
  return (await codePipelineAt(emulator.url).send(command)).pipelineExecutionSummaries ?? [];
}

describe("the address of a webhook", () => {
  it("lies at the emulator and starts the pipeline for a push that GitHub has signed", async () => {
    const url = await put();
    expect(url.startsWith(`${emulator.url}/webhooks/`)).toBe(true);
    const { status, answer } = await post(url, push, signed(push));
    const [newest] = await executions();
    expect([status, answer]).toEqual([
      200,
      { message: "The pipeline was started.", pipelineExecutionId: newest?.pipelineExecutionId },
    ]);
    expect(newest?.trigger).toEqual({
      triggerType: "Webhook",
      triggerDetail: "arn:aws:codepipeline:eu-west-1:111122223333:webhook:hook",
    });
    const listed = await codePipelineAt(emulator.url).send(new ListWebhooksCommand({}));
    expect(listed.webhooks?.[0]?.lastTriggered).toBeInstanceOf(Date);
    expect(listed.webhooks?.[0]?.definition?.authenticationConfiguration?.SecretToken).toBe("****");
  });

  it("refuses other signatures, other addresses and what is not JSON, and starts nothing", async () => {
    const url = await put();
    const other = JSON.stringify({ ref: "refs/heads/other" });
    const answers = [
      await post(url, push),
      await post(url, push, signed(push, "guessed")),
      await post(`${url}x`, push, signed(push)),
      await post(url, "{", signed("{")),
      await post(url, other, signed(other)),
      await post(url, Buffer.alloc(1024 * 1024 + 1, "x")),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 404, 400, 200, 413]);
    expect((await fetch(url)).status).toBe(405);
    expect(await executions()).toHaveLength(1);
  });

  it("takes GitHub's older signature too", async () => {
    const digest = createHmac("sha1", secret).update(push).digest("hex");
    expect((await post(await put(), push, { "x-hub-signature": `sha1=${digest}` })).status).toBe(200);
    expect(await executions()).toHaveLength(2);
  });

  it("takes requests from a range of addresses, or from anywhere, as the webhook says", async () => {
    const far = await put({
      name: "far",
      authentication: "IP",
      authenticationConfiguration: { AllowedIPRange: "192.0.2.0/24" },
    });
    const near = await put({
      name: "near",
      authentication: "IP",
      authenticationConfiguration: { AllowedIPRange: "127.0.0.0/8" },
    });
    const open = await put({
      name: "open",
      authentication: "UNAUTHENTICATED",
      authenticationConfiguration: {},
    });
    const answers = [await post(far, push), await post(near, push), await post(open, push)];
    expect(answers.map(({ status }) => status)).toEqual([403, 200, 200]);
    expect(await executions()).toHaveLength(3);
  });

  it("is gone when the webhook is deleted", async () => {
    const url = await put();
    await codePipelineAt(emulator.url).send(new DeleteWebhookCommand({ name: "hook" }));
    expect((await post(url, push, signed(push))).status).toBe(404);
  });
});
