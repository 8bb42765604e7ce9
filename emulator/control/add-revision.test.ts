import {
  type ActionDeclaration,
  CreatePipelineCommand,
  type PipelineDeclaration,
} from "@aws-sdk/client-codepipeline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codePipelineAt, control } from "../door/sdk-for-tests";
import { shopOf } from "../door/shop-for-tests";
import { type RunningEmulator, startEmulator } from "../door/start";

let emulator: RunningEmulator;
const place = { account: "111122223333", region: "eu-west-1", pipeline: "shop", action: "App" };

const source: ActionDeclaration = {
  name: "App",
  actionTypeId: {
    category: "Source",
    owner: "AWS",
    provider: "CodeStarSourceConnection",
    version: "1",
  },
  configuration: { ConnectionArn: "arn:c", FullRepositoryId: "acme/shop", BranchName: "main" },
  outputArtifacts: [{ name: "src" }],
};

const pipeline: PipelineDeclaration = {
  ...shopOf(
    [
      {
        name: "Run",
        actions: [
          {
            name: "Go",
            actionTypeId: { category: "Invoke", owner: "AWS", provider: "Lambda", version: "1" },
            configuration: { FunctionName: "go" },
          },
        ],
      },
    ],
    source,
  ),
  executionMode: "PARALLEL",
  triggers: [
    {
      providerType: "CodeStarSourceConnection",
      gitConfiguration: {
        sourceActionName: "App",
        push: [
          { branches: { includes: ["main"] }, filePaths: { includes: ["src/**"] } },
          { tags: { includes: ["v*"] } },
        ],
        pullRequest: [{ events: ["OPEN"], branches: { includes: ["main"] } }],
      },
    },
  ],
};

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, world: "empty", clock: "manual" });
  await codePipelineAt(emulator.url).send(new CreatePipelineCommand({ pipeline }));
});

afterAll(() => emulator.close());

async function started(change: Record<string, unknown>): Promise<unknown[]> {
  const { status, body } = await control(emulator.url, "POST", "/revisions", { ...place, ...change });
  expect(status).toBe(200);
  return body.executionIds as unknown[];
}

describe("POST /_emulator/revisions", () => {
  it("tells triggers which files changed", async () => {
    expect(await started({ files: ["docs/a.md", "src/App.java"] })).toHaveLength(1);
    expect(await started({ files: ["docs/a.md"] })).toEqual([]);
    expect(await started({})).toEqual([]);
  });

  it("pushes tags", async () => {
    expect(await started({ tag: "v1" })).toHaveLength(1);
    expect(await started({ tag: "nightly" })).toEqual([]);
  });

  it("opens and closes pull requests, to main unless said otherwise", async () => {
    expect(await started({ pullRequest: {} })).toHaveLength(1);
    expect(await started({ pullRequest: { event: "CLOSED" } })).toEqual([]);
    expect(await started({ pullRequest: { event: "OPEN", destinationBranch: "develop" } })).toEqual([]);
  });

  it.each([
    [{ files: "src" }, /^files must be a list of up to 10000 texts of 1 to 4096 characters; not "src"$/],
    [{ files: [""] }, /^files must be a list/],
    [{ pullRequest: "yes" }, /^pullRequest must be an object with event, id, title/],
    [{ pullRequest: { event: "MERGED" } }, /^event must be one of OPEN, UPDATED, CLOSED; not "MERGED"$/],
    [{ tag: 1 }, /^tag must be a text/],
  ])("refuses %j and says why", async (change, message) => {
    const answer = await control(emulator.url, "POST", "/revisions", { ...place, ...change });
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(message) } });
  });
});
