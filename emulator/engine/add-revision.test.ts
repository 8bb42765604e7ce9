import { describe, expect, it } from "vitest";
import { action, pipelineOf, source, stage, task } from "../operations/testing/declarations";
import { SmallWorld } from "../operations/testing/small-world";
import type { ActionDeclaration, PipelineDeclaration } from "./declaration";
import { minute } from "./duration";

const connection = {
  ConnectionArn: "arn:aws:codestar-connections:eu-west-1:1:connection/c",
  FullRepositoryId: "acme/shop",
  BranchName: "main",
};

function withSource(first: ActionDeclaration, parts: Partial<PipelineDeclaration> = {}): SmallWorld {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  const stages = [stage("Source", [first]), stage("Run", [task("Go")])];
  small.create({ ...pipelineOf("shop", []), stages, ...parts });
  small.pass(10 * minute);
  return small;
}

function push(small: SmallWorld, more: Record<string, string> = {}): string[] {
  return small.world.addRevision({ ...small.ctx, pipeline: "shop", action: "App", ...more });
}

describe("addRevision", () => {
  const code = { outputs: ["src"] };
  it.each<[string, ActionDeclaration, string, string]>([
    [
      "an event rule",
      source("App"),
      "CloudWatchEvent",
      "arn:aws:events:eu-west-1:111122223333:rule/shop-App",
    ],
    [
      "a connection",
      action("Source/CodeStarSourceConnection", "App", { ...code, configuration: connection }),
      "Webhook",
      connection.ConnectionArn,
    ],
    [
      "GitHub version 1",
      action("Source/GitHub", "App", {
        ...code,
        owner: "ThirdParty",
        configuration: {
          Owner: "acme",
          Repo: "shop",
          Branch: "main",
          OAuthToken: "secret",
          PollForSourceChanges: "false",
        },
      }),
      "Webhook",
      "arn:aws:codepipeline:eu-west-1:111122223333:webhook:shop-App",
    ],
    [
      "an image",
      action("Source/ECR", "App", { ...code, configuration: { RepositoryName: "shop" } }),
      "CloudWatchEvent",
      "arn:aws:events:eu-west-1:111122223333:rule/shop-App",
    ],
    [
      "a custom source",
      action("Source/Depot", "App", { ...code, owner: "Custom" }),
      "PutActionRevision",
      "App",
    ],
  ])("starts an execution through %s", (_what, first, triggerType, triggerDetail) => {
    const small = withSource(first);
    const [id = ""] = push(small, { revisionId: "0123456789abcdef", summary: "Fix it", author: "Ann" });
    small.pass(2 * minute);
    const [newest] = small.executions("shop");
    expect(newest).toMatchObject({
      pipelineExecutionId: id,
      status: "Succeeded",
      trigger: { triggerType, triggerDetail },
    });
    expect(newest?.sourceRevisions[0]?.revisionId).toBe("0123456789abcdef");
    expect(newest?.sourceRevisions[0]?.revisionSummary).toContain("Fix it");
    expect(small.action("shop", "Source", "App").currentRevision?.revisionId).toBe("0123456789abcdef");
  });

  it("starts nothing where the connection does not detect changes, but the next start takes the revision", () => {
    const first = action("Source/CodeStarSourceConnection", "App", {
      outputs: ["src"],
      configuration: { ...connection, DetectChanges: "false" },
    });
    const small = withSource(first);
    expect(push(small, { revisionId: "abc" })).toEqual([]);
    small.start("shop");
    small.pass(minute);
    expect(small.executions("shop")[0]?.sourceRevisions[0]?.revisionId).toBe("abc");
  });

  it("starts through a trigger without filters on the branch of the action, whatever DetectChanges says", () => {
    const first = action("Source/CodeStarSourceConnection", "App", {
      outputs: ["src"],
      configuration: { ...connection, DetectChanges: "false" },
    });
    const triggers = [
      { providerType: "CodeStarSourceConnection", gitConfiguration: { sourceActionName: "App" } },
    ];
    const small = withSource(first, { triggers });
    expect(push(small, { branch: "feature/x" })).toEqual([]);
    expect(push(small)).toHaveLength(1);
    expect(small.executions("shop")[0]?.trigger.triggerType).toBe("Webhook");
  });

  it("passes over a revision of another branch", () => {
    const small = withSource(source("App"));
    expect(push(small, { branch: "feature/x" })).toEqual([]);
    expect(push(small, { branch: "main" })).toHaveLength(1);
  });

  it("pins the pushed commit for connections, while other sources take the newest when they run", () => {
    const first = action("Source/CodeStarSourceConnection", "App", {
      outputs: ["src"],
      configuration: connection,
    });
    const pinned = withSource(first, { executionMode: "QUEUED" });
    push(pinned, { revisionId: "one" });
    push(pinned, { revisionId: "two" });
    pinned.pass(10 * minute);
    expect(
      pinned
        .executions("shop")
        .map((each) => each.sourceRevisions[0]?.revisionId)
        .slice(0, 2),
    ).toEqual(["two", "one"]);
    const newest = withSource(source("App"), { executionMode: "QUEUED" });
    push(newest, { revisionId: "one" });
    push(newest, { revisionId: "two" });
    push(newest, { revisionId: "three" });
    newest.pass(10 * minute);
    expect(
      newest
        .executions("shop")
        .map((each) => each.sourceRevisions[0]?.revisionId)
        .slice(0, 3),
    ).toEqual(["three", "three", "one"]);
  });

  it("names the revision in the given link", () => {
    const small = withSource(source("App"));
    push(small, { url: "https://git.example.com/c/1" });
    small.pass(minute);
    expect(small.executions("shop")[0]?.sourceRevisions[0]?.revisionUrl).toBe("https://git.example.com/c/1");
  });

  it("refuses pipelines and source actions that are not there", () => {
    const small = withSource(source("App"));
    expect(() => small.world.addRevision({ ...small.ctx, pipeline: "other", action: "App" })).toThrow(
      "Account '111122223333' does not have a pipeline with name 'other'",
    );
    expect(() => small.world.addRevision({ ...small.ctx, pipeline: "shop", action: "Go" })).toThrow(
      "Pipeline 'shop' does not have a source action with name 'Go'",
    );
  });
});
