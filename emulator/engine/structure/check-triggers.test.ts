import { describe, expect, it } from "vitest";
import { action, pipelineOf, stage, task } from "../../operations/testing/declarations";
import { expectRefused } from "../../operations/testing/expect-refused";
import { SmallWorld } from "../../operations/testing/small-world";
import type { TriggerDeclaration } from "../declaration";

type Filters = Omit<TriggerDeclaration["gitConfiguration"], "sourceActionName">;

const configuration = { ConnectionArn: "arn:c", FullRepositoryId: "acme/shop", BranchName: "main" };

function withFilters(filters: Filters, sources = 1): ReturnType<typeof pipelineOf> {
  const names = Array.from({ length: sources }, (_, index) => `App${index || ""}`);
  const actions = names.map((name) =>
    action("Source/CodeStarSourceConnection", name, { outputs: [`src-${name}`], configuration }),
  );
  return {
    ...pipelineOf("shop", []),
    stages: [stage("Source", actions), stage("Run", [task("Go")])],
    triggers: names.map((sourceActionName) => ({
      providerType: "CodeStarSourceConnection",
      gitConfiguration: { sourceActionName, ...filters },
    })),
  };
}

const branches = { includes: ["main"] };
const tags = { excludes: ["nightly"] };
const filePaths = { includes: ["src/**"] };
const push =
  "InvalidStructureException: A push filter of the trigger for App must have either tags, or branches, or branches and filePaths";
const pullRequest =
  "InvalidStructureException: A pull request filter of the trigger for App must have branches, or branches and filePaths";
const empty = "InvalidStructureException: A filter of the trigger for App neither includes nor excludes";

describe("the checks of trigger filters", () => {
  it.each<[string, Filters]>([
    ["tags", { push: [{ tags }] }],
    ["branches", { push: [{ branches }] }],
    ["branches and files", { push: [{ branches, filePaths }] }],
    ["several filters of both kinds", { push: [{ tags }, { branches }], pullRequest: [{ branches }] }],
    ["events of pull requests", { pullRequest: [{ events: ["OPEN"], branches, filePaths }] }],
  ])("take %s", (_what, filters) => {
    const pipeline = withFilters(filters);
    expect(new SmallWorld().ask("CreatePipeline", { pipeline })).toMatchObject({
      pipeline: { pipelineType: "V2", triggers: pipeline.triggers },
    });
  });

  it.each<[string, Filters, string]>([
    ["tags with branches", { push: [{ tags, branches }] }, push],
    ["tags with files", { push: [{ tags, filePaths }] }, push],
    ["files alone", { push: [{ branches }, { filePaths }] }, push],
    ["a push filter of nothing", { push: [{}] }, push],
    ["files of pull requests alone", { pullRequest: [{ filePaths }] }, pullRequest],
    ["events alone", { pullRequest: [{ events: ["OPEN"] }] }, pullRequest],
    ["criteria of nothing", { push: [{ branches: {} }] }, empty],
    ["files of nothing", { pullRequest: [{ branches, filePaths: {} }] }, empty],
  ])("refuse %s", (_what, filters, words) => {
    expectRefused(withFilters(filters), words);
  });

  it("refuse more than 200 KB of triggers", () => {
    const patterns = Array.from({ length: 8 }, (_, index) => `${index}`.repeat(255));
    const criteria = { includes: patterns, excludes: patterns };
    const filter = { branches: criteria, filePaths: criteria };
    const large = withFilters({ push: [filter, filter, filter], pullRequest: [filter, filter, filter] }, 5);
    const { length } = JSON.stringify(large.triggers);
    expect(length).toBeGreaterThan(204_800);
    expectRefused(large, `LimitExceededException: The triggers have ${length} bytes, more than 204800`);
  });
});
