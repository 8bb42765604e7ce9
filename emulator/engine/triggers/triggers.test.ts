import { describe, expect, it } from "vitest";
import { action, pipelineOf, stage, task } from "../../operations/testing/declarations";
import { SmallWorld } from "../../operations/testing/small-world";
import type { TriggerDeclaration } from "../declaration";
import { minute } from "../duration";
import type { NewRevision } from "../revision";

const connection = {
  ConnectionArn: "arn:aws:codestar-connections:eu-west-1:1:connection/c",
  FullRepositoryId: "acme/shop",
  BranchName: "main",
  DetectChanges: "false",
};

type Filters = Omit<TriggerDeclaration["gitConfiguration"], "sourceActionName">;

/** A pipeline whose connection source has a trigger with these filters; its first execution is over. */
function triggered(filters: Filters): SmallWorld {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  const app = action("Source/CodeStarSourceConnection", "App", {
    outputs: ["src"],
    configuration: connection,
  });
  small.create({
    ...pipelineOf("shop", []),
    executionMode: "QUEUED",
    stages: [stage("Source", [app]), stage("Run", [task("Go")])],
    triggers: [
      {
        providerType: "CodeStarSourceConnection",
        gitConfiguration: { sourceActionName: "App", ...filters },
      },
    ],
  });
  small.pass(10 * minute);
  return small;
}

function change(small: SmallWorld, more: Partial<NewRevision>): string[] {
  return small.world.addRevision({ ...small.ctx, pipeline: "shop", action: "App", ...more });
}

describe("a pipeline with trigger filters", () => {
  const releases: Filters = {
    push: [{ branches: { includes: ["release/*"] } }, { tags: { includes: ["v*"] } }],
    pullRequest: [{ events: ["OPEN"], branches: { includes: ["main"] } }],
  };

  it("starts with the pushed commit of a branch that matches", () => {
    const small = triggered(releases);
    const [id] = change(small, { branch: "release/1", revisionId: "abc" });
    small.pass(5 * minute);
    expect(small.executions("shop")[0]).toMatchObject({
      pipelineExecutionId: id,
      status: "Succeeded",
      trigger: { triggerType: "WebhookV2", triggerDetail: connection.ConnectionArn },
      sourceRevisions: [{ revisionId: "abc" }],
    });
    expect(small.actionRuns("shop")[1]?.output.outputVariables).toMatchObject({ BranchName: "release/1" });
  });

  it("starts nothing for a push that no filter matches", () => {
    const small = triggered(releases);
    expect(change(small, { branch: "develop" })).toEqual([]);
    expect(change(small, { branch: "main" })).toEqual([]);
    expect(change(small, { tag: "nightly" })).toEqual([]);
    expect(small.executions("shop")).toHaveLength(1);
  });

  it("takes the head of the action's branch when started by hand, whatever triggers brought", () => {
    const small = triggered(releases);
    change(small, { branch: "main", revisionId: "head-of-main" });
    change(small, { branch: "release/1", revisionId: "release" });
    change(small, { branch: "develop", revisionId: "ignored" });
    small.pass(5 * minute);
    small.start("shop");
    small.pass(5 * minute);
    const ids = small.executions("shop").map(({ sourceRevisions }) => sourceRevisions[0]?.revisionId);
    expect(ids.slice(0, 2)).toEqual(["head-of-main", "release"]);
  });

  it("knows the tag as a variable", () => {
    const small = triggered(releases);
    expect(change(small, { tag: "v1" })).toHaveLength(1);
    small.pass(5 * minute);
    const variables = small.actionRuns("shop")[1]?.output.outputVariables;
    expect(variables).toMatchObject({ TagName: "v1" });
    expect(variables).not.toHaveProperty("BranchName");
    const started = small.world.events
      .after(0)
      .findLast(({ event }) => event["detail-type"].includes("Pipeline Execution"));
    expect(started?.event.detail["execution-trigger"]).toMatchObject({ "tag-name": "v1" });
  });

  it("knows the pull request as variables", () => {
    const small = triggered(releases);
    const pullRequest = {
      event: "OPEN",
      id: "42",
      title: "Round down",
      sourceBranch: "fix/rounding",
      destinationBranch: "main",
    } as const;
    expect(change(small, { pullRequest })).toHaveLength(1);
    expect(change(small, { pullRequest: { ...pullRequest, event: "CLOSED" } })).toEqual([]);
    small.pass(5 * minute);
    expect(small.actionRuns("shop")[1]?.output.outputVariables).toMatchObject({
      BranchName: "fix/rounding",
      DestinationBranchName: "main",
      PullRequestId: "42",
      PullRequestTitle: "Round down",
      SourceBranchName: "fix/rounding",
    });
  });
});
