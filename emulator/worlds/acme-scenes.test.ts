import {
  type ActionExecutionDetail,
  type CodePipelineClient,
  GetPipelineCommand,
  GetPipelineStateCommand,
  ListActionExecutionsCommand,
  ListPipelineExecutionsCommand,
  ListRuleExecutionsCommand,
} from "@aws-sdk/client-codepipeline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codePipelineAt, control } from "../door/sdk-for-tests";
import { type RunningEmulator, startEmulator } from "../door/start";

const NOW = Date.parse("2026-03-04T14:00:00Z");
const HOUR_MS = 3_600_000;

type Clients = Record<"prod" | "prodUs" | "staging" | "stagingUs" | "dev" | "devUs", CodePipelineClient>;

function clientsOf(url: string): Clients {
  const at = (account: string, region: string) => codePipelineAt(url, { account, region });
  return {
    prod: at("444455556666", "eu-west-1"),
    prodUs: at("444455556666", "us-east-1"),
    staging: at("222233334444", "eu-west-1"),
    stagingUs: at("222233334444", "us-east-1"),
    dev: at("111122223333", "eu-west-1"),
    devUs: at("111122223333", "us-east-1"),
  };
}

async function stageOf(client: CodePipelineClient, name: string, stageName: string) {
  const { stageStates = [] } = await client.send(new GetPipelineStateCommand({ name }));
  const stage = stageStates.find((each) => each.stageName === stageName);
  if (stage === undefined) throw new Error(`${name} has no stage ${stageName}`);
  return stage;
}

async function runsOf(client: CodePipelineClient, pipelineName: string) {
  const answer = await client.send(new ListPipelineExecutionsCommand({ pipelineName, maxResults: 100 }));
  return answer.pipelineExecutionSummaries ?? [];
}

async function actionsOf(client: CodePipelineClient, pipelineName: string): Promise<ActionExecutionDetail[]> {
  const answer = await client.send(new ListActionExecutionsCommand({ pipelineName, maxResults: 50 }));
  return answer.actionExecutionDetails ?? [];
}

/** The scenes that stay for hours, as short texts, from what the service answers. */
async function standing({ prod, prodUs, staging, dev, devUs }: Clients): Promise<Record<string, unknown>> {
  const stage = async (client: CodePipelineClient, name: string, stageName: string) => {
    const {
      latestExecution,
      inboundExecutions = [],
      inboundTransitionState,
    } = await stageOf(client, name, stageName);
    const gate = inboundTransitionState?.enabled === false ? " closed" : "";
    return `${latestExecution?.status}${gate} +${inboundExecutions.length}`;
  };
  return {
    keptOut: await stage(prodUs, "orders-us", "Prod"),
    asking: await stage(prodUs, "identity-provider", "Approve"),
    failed: await stage(prodUs, "invoice-renderer", "Deploy"),
    window: await stage(prod, "warehouse-sync", "Prod"),
    tested: await stage(staging, "mobile-app", "Devices"),
    queue: await stage(staging, "data-warehouse", "Rebuild"),
    abandoned: await stage(staging, "performance-suite", "Load"),
    red: await stage(staging, "partner-api", "Staging"),
    pilot: await stage(dev, "pos-terminal", "Stores"),
    closed: await stage(devUs, "chaos-drills", "Drill"),
  };
}

const STANDING = {
  keptOut: "Failed +0",
  asking: "InProgress +0",
  failed: "Failed +0",
  window: "InProgress +1",
  tested: "InProgress +0",
  queue: "InProgress +2",
  abandoned: "Stopped +0",
  red: "Failed +0",
  pilot: "InProgress +0",
  closed: "Succeeded closed +1",
};

describe("at now", () => {
  let emulator: RunningEmulator;
  let at: Clients;
  beforeAll(async () => {
    emulator = await startEmulator({ port: 0, world: "acme", clock: "manual", now: NOW });
    at = clientsOf(emulator.url);
  });
  afterAll(() => emulator.close());

  test("open scenes stand as the README tells", async () => {
    expect(await standing(at)).toEqual(STANDING);
  });

  test("a deployment was rolled back by itself, another by hand", async () => {
    const [back, failed, good] = await runsOf(at.prod, "pricing-engine");
    expect([back?.executionType, back?.status, failed?.status]).toEqual(["ROLLBACK", "Succeeded", "Failed"]);
    expect(back?.trigger?.triggerType).toBe("AutomatedRollback");
    expect(back?.rollbackMetadata?.rollbackTargetPipelineExecutionId).toBe(good?.pipelineExecutionId);
    const [byHand, bad, before] = await runsOf(at.prod, "customer-accounts");
    expect([byHand?.executionType, byHand?.status, bad?.status]).toEqual([
      "ROLLBACK",
      "Succeeded",
      "Succeeded",
    ]);
    expect(byHand?.trigger).toMatchObject({
      triggerType: "ManualRollback",
      triggerDetail: expect.stringMatching(/\/k\.osei$/),
    });
    expect(byHand?.rollbackMetadata?.rollbackTargetPipelineExecutionId).toBe(before?.pipelineExecutionId);
  });

  test("a release waits for its deployment window, which opens within nine hours", async () => {
    const { beforeEntryConditionState } = await stageOf(at.prod, "warehouse-sync", "Prod");
    expect(beforeEntryConditionState?.latestExecution?.status).toBe("InProgress");
    const own = await startEmulator({ port: 0, world: "acme", clock: "manual", now: NOW });
    await control(own.url, "POST", "/clock", { advanceMs: 10 * HOUR_MS });
    const { prod } = clientsOf(own.url);
    const waited = (await runsOf(prod, "warehouse-sync")).find(
      ({ startTime }) => startTime && startTime.getTime() < NOW,
    );
    expect(waited?.status).toBe("Succeeded");
    await own.close();
  });

  test("an entry condition failed and was overridden, another has not been decided", async () => {
    const gift = await stageOf(at.prod, "gift-cards", "Prod");
    expect(gift.beforeEntryConditionState?.latestExecution?.status).toBe("Overridden");
    expect(gift.latestExecution?.status).toBe("Succeeded");
    const orders = await stageOf(at.prodUs, "orders-us", "Prod");
    expect(orders.beforeEntryConditionState?.latestExecution?.status).toBe("Failed");
    const { ruleExecutionDetails = [] } = await at.prodUs.send(
      new ListRuleExecutionsCommand({ pipelineName: "orders-us" }),
    );
    const failed = ruleExecutionDetails.find(({ status }) => status === "Failed");
    expect(failed?.output?.executionResult?.errorDetails?.message).toBe(
      "Alarm 'orders-us-canary-5xx' was in the 'ALARM' state for 10 minutes.",
    );
  });

  test("a stage is skipped", async () => {
    expect((await stageOf(at.prod, "shipping-quotes", "LoadTest")).latestExecution?.status).toBe("Skipped");
    expect((await runsOf(at.prod, "shipping-quotes"))[0]?.status).toBe("Succeeded");
  });

  test("a stage was retried by hand, another by itself, and both went through", async () => {
    for (const [name, action] of [
      ["returns-portal", "browser-tests"],
      ["fraud-scoring", "replay-orders"],
    ] as const) {
      const [newest] = await runsOf(at.prod, name);
      expect([name, newest?.status]).toEqual([name, "Succeeded"]);
      const tries = (await actionsOf(at.prod, name)).filter(
        (run) => run.actionName === action && run.pipelineExecutionId === newest?.pipelineExecutionId,
      );
      expect(tries.map(({ status }) => status)).toEqual(["Succeeded", "Failed"]);
    }
    const { retryStageMetadata } = await stageOf(at.prod, "fraud-scoring", "Shadow");
    expect(retryStageMetadata?.latestRetryTrigger).toBe("AutomatedStageRetry");
  });

  test("pull requests are under way side by side, and a tag was released with actions of its own", async () => {
    const previews = (await runsOf(at.staging, "storefront-preview")).filter(
      ({ status }) => status === "InProgress",
    );
    expect(previews).toHaveLength(3);
    expect(previews[0]?.trigger?.triggerType).toBe("WebhookV2");
    const source = (await actionsOf(at.staging, "storefront-preview")).find(
      ({ actionName }) => actionName === "site-repo",
    );
    expect(source?.output?.outputVariables).toMatchObject({
      PullRequestId: expect.stringMatching(/^\d{4}$/),
      DestinationBranchName: "main",
    });
    const { pipeline } = await at.staging.send(new GetPipelineCommand({ name: "mobile-app" }));
    const own = pipeline?.stages?.flatMap(({ actions = [] }) =>
      actions.filter(({ actionTypeId }) => actionTypeId?.owner === "Custom"),
    );
    expect(own?.map(({ actionTypeId }) => actionTypeId?.provider)).toEqual([
      "MacFleet",
      "DeviceLab",
      "StoreUpload",
    ]);
    const tagged = (await actionsOf(at.staging, "mobile-app")).find(
      ({ actionName }) => actionName === "app-repo",
    );
    expect(tagged?.output?.outputVariables).toMatchObject({ TagName: expect.stringMatching(/^v8\.\d+\.0$/) });
  });

  test("every commit, reason and answer of people reads like a sentence of theirs", async () => {
    for (const [client, name] of [
      [at.prod, "pricing-engine"],
      [at.staging, "partner-api"],
      [at.dev, "docs-site"],
      [at.devUs, "feature-flags"],
    ] as const) {
      for (const { sourceRevisions = [] } of (await runsOf(client, name)).slice(0, 60)) {
        const { CommitMessage } = JSON.parse(sourceRevisions[0]?.revisionSummary ?? "{}");
        expect(CommitMessage).toMatch(/^(?:[A-Z]+-\d+ )?[A-Z0-9][^_]{5,}$/);
      }
    }
  });
});

test("open scenes stay for hours while people go on, for any seed and hour", async () => {
  for (const [seed, now] of [
    [1, "2026-03-04T14:00:00Z"],
    [91, "2026-07-19T23:31:00Z"],
  ] as const) {
    const own = await startEmulator({ port: 0, world: "acme", clock: "manual", now: Date.parse(now), seed });
    const clients = clientsOf(own.url);
    expect(await standing(clients)).toEqual(STANDING);
    await control(own.url, "POST", "/clock", { advanceMs: 1.5 * HOUR_MS });
    expect(await standing(clients)).toEqual(STANDING);
    await own.close();
  }
}, 60_000);
