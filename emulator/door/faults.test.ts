import { GetPipelineCommand, ListPipelinesCommand, TagResourceCommand } from "@aws-sdk/client-codepipeline";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { codePipelineAt, control, stsAt } from "./sdk-for-tests";
import { type RunningEmulator, startEmulator } from "./start";

const ACCOUNT = "111122223333";
const ARN = `arn:aws:codepipeline:eu-west-1:${ACCOUNT}:service-00001-catalog-api`;
let emulator: RunningEmulator;

beforeEach(async () => {
  emulator = await startEmulator({ port: 0, world: "scale", pipelines: 1, executions: 1, clock: "manual" });
});
afterEach(() => emulator.close());

async function fault(body: Record<string, unknown>): Promise<void> {
  expect(await control(emulator.url, "POST", "/faults", body)).toEqual({ status: 200, body: {} });
}

function tagIt(): Promise<unknown> {
  const tags = [{ key: "seen", value: "yes" }];
  return codePipelineAt(emulator.url).send(new TagResourceCommand({ resourceArn: ARN, tags }));
}

async function outcomes(): Promise<string[]> {
  const { body } = await control(emulator.url, "GET", "/journal");
  return (body.items as { operation: string; outcome: string }[])
    .filter(({ operation }) => operation === "TagResource")
    .map(({ outcome }) => outcome);
}

describe("faults that do not act", () => {
  test.each([
    ["throttle", "ThrottlingException", 400],
    ["error500", "InternalFailure", 500],
    ["unavailable503", "ServiceUnavailable", 503],
    ["accessDenied", "AccessDeniedException", 403],
  ])("%s answers %s", async (kind, name, httpStatusCode) => {
    await fault({ kind, operation: "TagResource", times: 1 });
    await expect(tagIt()).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
    await expect(tagIt()).resolves.toBeDefined();
    expect(await outcomes()).toEqual([name, "ok"]);
  });

  test("accessDenied names who, what and where", async () => {
    await fault({ kind: "accessDenied" });
    await expect(codePipelineAt(emulator.url).send(new GetPipelineCommand({ name: "shop" }))).rejects.toThrow(
      `User: arn:aws:iam::${ACCOUNT}:user/emulator is not authorized to perform: codepipeline:GetPipeline on resource: arn:aws:codepipeline:eu-west-1:${ACCOUNT}:shop`,
    );
  });

  test("reset drops the connection and nothing has happened", async () => {
    await fault({ kind: "reset", operation: "TagResource" });
    await expect(tagIt()).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(await outcomes()).toEqual(["reset"]);
  });

  test("hang holds the connection until the client goes, other requests go on, close ends it", async () => {
    await fault({ kind: "hang", operation: "TagResource", times: 1 });
    const abort = new AbortController();
    const client = codePipelineAt(emulator.url);
    const hanging = client.send(new TagResourceCommand({ resourceArn: ARN, tags: [] }), {
      abortSignal: abort.signal,
    });
    const ended = hanging.then(
      () => "answered",
      (error: Error) => error.name,
    );
    await expect.poll(outcomes).toEqual(["hang"]);
    await expect(tagIt()).resolves.toBeDefined();
    abort.abort();
    expect(await ended).toBe("AbortError");
  });

  test("an emulator with a hanging connection closes at once", async () => {
    const own = await startEmulator({ port: 0, world: "empty" });
    await control(own.url, "POST", "/faults", { kind: "hang" });
    const hanging = codePipelineAt(own.url)
      .send(new ListPipelinesCommand())
      .catch((error: Error) => error);
    await expect.poll(async () => (await control(own.url, "GET", "/journal")).body.last).toBe(1);
    await own.close();
    expect(await hanging).toBeInstanceOf(Error);
  });
});

describe("faults that act", () => {
  test("resetAfter acts, then drops the connection", async () => {
    await fault({ kind: "resetAfter", operation: "TagResource" });
    await expect(tagIt()).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(await outcomes()).toEqual(["ok"]);
  });

  test("malformed acts and answers 200 with broken JSON", async () => {
    await fault({ kind: "malformed", times: 2 });
    const error = await codePipelineAt(emulator.url)
      .send(new ListPipelinesCommand())
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SyntaxError);
    await tagIt().catch(() => undefined);
    expect(await outcomes()).toEqual(["ok"]);
  });

  test("latency acts and answers later", async () => {
    await fault({ kind: "latency", latencyMs: 120, operation: "TagResource" });
    const startedAt = performance.now();
    await tagIt();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(115);
    expect(await outcomes()).toEqual(["ok"]);
  });

  test("latency and another fault strike together", async () => {
    await fault({ kind: "latency", latencyMs: 60 });
    await fault({ kind: "throttle", latencyMs: 60 });
    const startedAt = performance.now();
    await expect(tagIt()).rejects.toMatchObject({ name: "ThrottlingException" });
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(115);
  });
});

describe("which requests a fault strikes", () => {
  test("only those of its operation, account and region", async () => {
    await fault({
      kind: "throttle",
      operation: "ListPipelines",
      account: "444455556666",
      region: "us-east-1",
    });
    const list = (account: string, region: string) =>
      codePipelineAt(emulator.url, { account, region }).send(new ListPipelinesCommand());
    await expect(list(ACCOUNT, "us-east-1")).resolves.toBeDefined();
    await expect(list("444455556666", "eu-west-1")).resolves.toBeDefined();
    await expect(list("444455556666", "us-east-1")).rejects.toMatchObject({ name: "ThrottlingException" });
  });

  test("AssumeRole is struck by the account of the role", async () => {
    await fault({ kind: "accessDenied", operation: "AssumeRole", account: "444455556666" });
    const assume = (account: string) =>
      stsAt(emulator.url).send(
        new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${account}:role/reader`, RoleSessionName: "ada" }),
      );
    await expect(assume("222233334444")).resolves.toBeDefined();
    await expect(assume("444455556666")).rejects.toMatchObject({
      name: "AccessDenied",
      message: expect.stringContaining("sts:AssumeRole on resource: arn:aws:iam::444455556666:role/reader"),
    });
  });

  test("a rate strikes about that share, the same ones for the same seed", async () => {
    const struck = async () => {
      await control(emulator.url, "POST", "/reset", {});
      await fault({ kind: "throttle", rate: 0.5 });
      const seen: boolean[] = [];
      for (let count = 0; count < 60; count += 1) {
        seen.push(
          await tagIt().then(
            () => false,
            () => true,
          ),
        );
      }
      return seen;
    };
    const first = await struck();
    expect(first.filter(Boolean).length).toBeGreaterThan(15);
    expect(first.filter(Boolean).length).toBeLessThan(45);
    expect(await struck()).toEqual(first);
  });

  test("none after DELETE", async () => {
    await fault({ kind: "error500" });
    await control(emulator.url, "DELETE", "/faults");
    await expect(tagIt()).resolves.toBeDefined();
  });

  test("the SDK's own retries get through a fault that strikes twice", async () => {
    await fault({ kind: "throttle", times: 2 });
    const client = codePipelineAt(emulator.url, { maxAttempts: 3 });
    await expect(client.send(new ListPipelinesCommand())).resolves.toMatchObject({
      $metadata: { attempts: 3 },
    });
    const { body } = await control(emulator.url, "GET", "/status");
    expect(body.requests).toEqual({ ListPipelines: { ok: 1, failed: 0, throttled: 2 } });
  });
});

describe("tempering", () => {
  test("beyond the burst an account and region is throttled, others are not", async () => {
    const own = await startEmulator({ port: 0, world: "empty", rate: 0.01, burst: 3 });
    const list = (region: string) => codePipelineAt(own.url, { region }).send(new ListPipelinesCommand());
    for (let count = 0; count < 3; count += 1) await list("eu-west-1");
    await expect(list("eu-west-1")).rejects.toMatchObject({
      name: "ThrottlingException",
      message: "Rate exceeded",
      $metadata: { httpStatusCode: 400 },
    });
    await expect(list("us-east-1")).resolves.toBeDefined();
    const { body } = await control(own.url, "GET", "/status");
    await own.close();
    expect(body.requests).toEqual({ ListPipelines: { ok: 4, failed: 0, throttled: 1 } });
  });

  test("the bucket refills in wall time", async () => {
    const own = await startEmulator({ port: 0, world: "empty", rate: 40, burst: 1, clock: "manual" });
    const client = codePipelineAt(own.url);
    await client.send(new ListPipelinesCommand());
    await expect
      .poll(() =>
        client.send(new ListPipelinesCommand()).then(
          () => "let in",
          () => "throttled",
        ),
      )
      .toBe("let in");
    await own.close();
  });
});
