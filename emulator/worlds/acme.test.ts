import {
  type CodePipelineClient,
  GetPipelineCommand,
  GetPipelineStateCommand,
  ListActionExecutionsCommand,
  ListPipelineExecutionsCommand,
  ListPipelinesCommand,
  PutApprovalResultCommand,
} from "@aws-sdk/client-codepipeline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codePipelineAt, control } from "../door/sdk-for-tests";
import { type RunningEmulator, startEmulator } from "../door/start";
import { buildAcme } from "./acme";

const NOW = Date.parse("2026-03-04T14:00:00Z");
const HOUR_MS = 3_600_000;
const ACCOUNTS = ["111122223333", "222233334444", "444455556666"];
const REGIONS = ["eu-west-1", "us-east-1"];
let emulator: RunningEmulator;
let dev: CodePipelineClient;
let prod: CodePipelineClient;
let platform: CodePipelineClient;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, world: "acme", clock: "manual", now: NOW });
  dev = codePipelineAt(emulator.url);
  prod = codePipelineAt(emulator.url, { account: "444455556666" });
  platform = codePipelineAt(emulator.url, { account: "444455556666", region: "us-east-1" });
});
afterAll(() => emulator.close());

async function stageOf(client: CodePipelineClient, pipeline: string, stageName: string) {
  const state = await client.send(new GetPipelineStateCommand({ name: pipeline }));
  const stage = state.stageStates?.find((each) => each.stageName === stageName);
  if (stage === undefined) throw new Error(`${pipeline} has no stage ${stageName}`);
  return stage;
}

async function runsOf(client: CodePipelineClient, pipelineName: string) {
  const answer = await client.send(new ListPipelineExecutionsCommand({ pipelineName, maxResults: 100 }));
  return answer.pipelineExecutionSummaries ?? [];
}

describe("the company at now", () => {
  test("has 42 pipelines in three accounts and two regions, V1 and V2, in all execution modes", async () => {
    const clients = ACCOUNTS.flatMap((account) =>
      REGIONS.map((region) => codePipelineAt(emulator.url, { account, region })),
    );
    const lists = await Promise.all(clients.map((client) => client.send(new ListPipelinesCommand())));
    const pipelines = lists.map(({ pipelines: each = [] }) => each);
    expect(pipelines.map((each) => each.length)).toEqual([8, 3, 8, 3, 13, 7]);
    expect(new Set(pipelines.flat().map(({ executionMode }) => executionMode))).toEqual(
      new Set(["SUPERSEDED", "QUEUED", "PARALLEL"]),
    );
    expect(new Set(pipelines.flat().map(({ pipelineType }) => pipelineType))).toEqual(new Set(["V1", "V2"]));
  });

  test("mostly rests green", async () => {
    let green = 0;
    for (const client of [dev, prod, platform]) {
      for (const { name = "" } of (await client.send(new ListPipelinesCommand())).pipelines ?? []) {
        const [newest] = await runsOf(client, name);
        if (newest?.status === "Succeeded") green += 1;
      }
    }
    expect(green).toBeGreaterThanOrEqual(8);
  });

  test("a deployment failed and says why; the gate is closed with a reason and two wait behind it", async () => {
    const stage = await stageOf(prod, "checkout-web", "Prod");
    expect(stage.latestExecution?.status).toBe("Failed");
    const failed = stage.actionStates?.find((action) => action.actionName === "deploy-eu")?.latestExecution;
    expect(failed).toMatchObject({ status: "Failed", errorDetails: { code: "JobFailed" } });
    expect(failed?.errorDetails?.message).toContain("/healthz (503)");
    expect(stage.inboundTransitionState).toMatchObject({
      enabled: false,
      lastChangedBy: "arn:aws:sts::444455556666:assumed-role/developer/m.okafor",
      disabledReason: expect.stringMatching(/^[a-zA-Z0-9!@ ().*?-]{1,300}$/),
    });
    expect(stage.inboundExecutions).toHaveLength(2);
  });

  test("an approval is open, with a question, a link and somebody behind it in the queue", async () => {
    const stage = await stageOf(prod, "checkout-web", "Approve");
    expect(stage.actionStates?.[0]?.latestExecution).toMatchObject({
      status: "InProgress",
      token: expect.any(String),
    });
    expect(stage.inboundExecutions).toHaveLength(1);
    const { actionExecutionDetails = [] } = await prod.send(
      new ListActionExecutionsCommand({
        pipelineName: "checkout-web",
        filter: { pipelineExecutionId: stage.latestExecution?.pipelineExecutionId },
      }),
    );
    const asked = actionExecutionDetails.find(({ actionName }) => actionName === "ship-to-prod");
    expect(asked?.input?.resolvedConfiguration).toMatchObject({
      CustomData: expect.stringMatching(/^Ship [0-9a-f]{40} to every customer/),
      ExternalEntityLink: expect.stringMatching(
        /^https:\/\/git\.example\/acme-shop\/checkout-web\/commit\/[0-9a-f]{40}$/,
      ),
    });
  });

  test("an approval expires within the hour, after a run that was superseded in front of it", async () => {
    const stage = await stageOf(prod, "orders-api", "Approve");
    const { pipeline } = await prod.send(new GetPipelineCommand({ name: "orders-api" }));
    const timeoutMinutes = pipeline?.stages?.find(({ name }) => name === "Approve")?.actions?.[0]
      ?.timeoutInMinutes;
    const askedAt = stage.actionStates?.[0]?.latestExecution?.lastStatusChange?.getTime() ?? 0;
    const leftMs = askedAt + (timeoutMinutes ?? 0) * 60_000 - NOW;
    expect(leftMs).toBeGreaterThan(0);
    expect(leftMs).toBeLessThan(HOUR_MS);
    expect((await runsOf(prod, "orders-api")).slice(0, 3).map(({ status }) => status)).toEqual([
      "InProgress",
      "Superseded",
      "InProgress",
    ]);
  });

  test("a gate has been closed for weeks and the newest commit stands behind it", async () => {
    const stage = await stageOf(prod, "catalog-search", "Prod");
    expect(stage.inboundTransitionState?.enabled).toBe(false);
    expect(stage.inboundExecutions).toHaveLength(1);
    expect((await runsOf(prod, "catalog-search")).some(({ status }) => status === "Superseded")).toBe(true);
  });

  test("one is stopping while two wait for its stage; others were stopped, abandoned or cancelled", async () => {
    const ami = await runsOf(dev, "golden-ami");
    expect(ami.slice(0, 3).map(({ status }) => status)).toEqual(["InProgress", "InProgress", "Stopping"]);
    expect(ami.slice(3).some(({ status }) => status === "Stopped")).toBe(true);
    expect(ami[2]?.stopTrigger?.reason).toMatch(/^Wrong base image/);
    expect((await stageOf(dev, "golden-ami", "Bake")).inboundExecutions).toHaveLength(2);
    const { actionExecutionDetails = [] } = await dev.send(
      new ListActionExecutionsCommand({ pipelineName: "loyalty-points" }),
    );
    expect(actionExecutionDetails.some(({ status }) => status === "Abandoned")).toBe(true);
    expect((await runsOf(platform, "dns-zones")).some(({ status }) => status === "Cancelled")).toBe(true);
    expect((await runsOf(platform, "terraform-network")).some(({ status }) => status === "Stopped")).toBe(
      true,
    );
  });

  test("one runs and tells how far it is, three run at once in PARALLEL, one has not run", async () => {
    const deploying = (await stageOf(dev, "cart-service", "Integration")).actionStates?.[0]?.latestExecution;
    expect(deploying?.status).toBe("InProgress");
    expect(deploying?.percentComplete).toBeGreaterThan(20);
    expect(deploying?.percentComplete).toBeLessThan(80);
    const media = await runsOf(dev, "media-transcoder");
    expect(media.filter(({ status }) => status === "InProgress")).toHaveLength(3);
    expect(await runsOf(platform, "sso-permission-sets")).toEqual([]);
    expect((await stageOf(platform, "sso-permission-sets", "Source")).latestExecution).toBeUndefined();
  });

  test("commits read like a company's and the latest ones differ", async () => {
    const runs = await runsOf(prod, "checkout-web");
    const summaries = runs
      .slice(0, 15)
      .map(({ sourceRevisions = [] }) => sourceRevisions.find(({ actionName }) => actionName === "app-repo"))
      .map((revision) => revision?.revisionSummary ?? "");
    expect(new Set(summaries).size).toBeGreaterThanOrEqual(14);
    expect(summaries.filter((summary) => /"SHOP-\d{4} /.test(summary)).length).toBeGreaterThan(8);
    expect(runs.length).toBeGreaterThan(40);
    expect(Math.min(...runs.map(({ startTime }) => startTime?.getTime() ?? 0))).toBeLessThan(
      NOW - 10 * 24 * HOUR_MS,
    );
  });
});

describe("the company goes on", () => {
  test("something changes every few seconds, the showcase stays for hours", async () => {
    const own = await startEmulator({ port: 0, world: "acme", clock: "manual", now: NOW });
    const client = codePipelineAt(own.url);
    const seen = new Set<string>();
    for (let step = 0; step < 40; step += 1) {
      await control(own.url, "POST", "/clock", { advanceMs: 5000 });
      const states = await Promise.all(
        ["cart-service", "search-indexer"].map((name) => client.send(new GetPipelineStateCommand({ name }))),
      );
      seen.add(JSON.stringify(states.map(({ stageStates }) => stageStates)));
    }
    expect(seen.size).toBeGreaterThan(20);
    await control(own.url, "POST", "/clock", { advanceMs: 4 * HOUR_MS });
    const shop = codePipelineAt(own.url, { account: "444455556666" });
    expect((await stageOf(shop, "checkout-web", "Prod")).latestExecution?.status).toBe("Failed");
    expect((await stageOf(shop, "checkout-web", "Prod")).inboundExecutions).toHaveLength(2);
    expect(
      (await stageOf(shop, "checkout-web", "Approve")).actionStates?.[0]?.latestExecution?.token,
    ).toBeDefined();
    expect(
      (await stageOf(shop, "orders-api", "Approve")).actionStates?.[0]?.latestExecution?.token,
    ).toBeDefined();
    const running = (await runsOf(client, "media-transcoder")).filter(
      ({ status }) => status === "InProgress",
    );
    expect(running.length).toBeGreaterThanOrEqual(3);
    await own.close();
  });

  test("an approval can be answered in all three execution modes", async () => {
    const own = await startEmulator({ port: 0, world: "acme", clock: "manual", now: NOW });
    const shop = codePipelineAt(own.url, { account: "444455556666" });
    for (const [pipelineName, actionName] of [
      ["checkout-web", "ship-to-prod"],
      ["orders-api", "release-to-prod"],
    ] as const) {
      const token = (await stageOf(shop, pipelineName, "Approve")).actionStates?.[0]?.latestExecution?.token;
      const result = { status: "Approved", summary: "go" } as const;
      await shop.send(
        new PutApprovalResultCommand({ pipelineName, stageName: "Approve", actionName, token, result }),
      );
    }
    const client = codePipelineAt(own.url);
    const { actionExecutionDetails = [] } = await client.send(
      new ListActionExecutionsCommand({ pipelineName: "media-transcoder" }),
    );
    const open = actionExecutionDetails.find(
      ({ actionName, status }) => actionName === "look-at-samples" && status === "InProgress",
    );
    const answer = await client.send(
      new PutApprovalResultCommand({
        pipelineName: "media-transcoder",
        stageName: "Review",
        actionName: "look-at-samples",
        token: open?.output?.executionResult?.externalExecutionId,
        result: { status: "Rejected", summary: "Banding in the sky" },
      }),
    );
    expect(answer.approvedAt).toEqual(new Date(NOW));
    await own.close();
  });

  test("a jump of ten days is lived through, more calmly", () => {
    const { world, expectJump } = buildAcme(3, NOW);
    const until = NOW + 10 * 24 * HOUR_MS;
    expectJump(until);
    world.advanceTo(until);
    expect(world.now).toBe(until);
    expect(world.nextEventAt()).toBeGreaterThan(until);
  }, 60_000);
});

describe("building", () => {
  test("the same seed and now make the same company, another seed another one", async () => {
    const print = async (seed: number) => {
      const own = await startEmulator({ port: 0, world: "acme", clock: "manual", now: NOW, seed });
      const client = codePipelineAt(own.url, { account: "444455556666" });
      const runs = await runsOf(client, "checkout-web");
      await control(own.url, "POST", "/clock", { advanceMs: HOUR_MS });
      const { body } = await control(own.url, "GET", "/events");
      await own.close();
      return JSON.stringify([runs, body]);
    };
    const first = await print(1);
    expect(await print(1)).toBe(first);
    expect(await print(2)).not.toBe(first);
  }, 60_000);

  test("shows the same scenes for any seed and any weekday", async () => {
    for (const [seed, now] of [
      [2, "2026-03-07T02:00:00Z"],
      [77, "2026-06-01T07:30:00Z"],
      [4_000_000_000, "2026-12-31T23:59:59Z"],
    ] as const) {
      const own = await startEmulator({
        port: 0,
        world: "acme",
        clock: "manual",
        now: Date.parse(now),
        seed,
      });
      const shop = codePipelineAt(own.url, { account: "444455556666" });
      const gate = await stageOf(shop, "checkout-web", "Prod");
      expect([gate.latestExecution?.status, gate.inboundExecutions?.length]).toEqual(["Failed", 2]);
      expect(
        (await stageOf(shop, "orders-api", "Approve")).actionStates?.[0]?.latestExecution?.token,
      ).toBeDefined();
      const client = codePipelineAt(own.url);
      expect((await stageOf(client, "golden-ami", "Bake")).latestExecution?.status).toBe("Stopping");
      expect(
        (await runsOf(client, "media-transcoder")).filter(({ status }) => status === "InProgress"),
      ).toHaveLength(3);
      await own.close();
    }
  }, 60_000);
});
