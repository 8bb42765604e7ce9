import { describe, expect, it } from "vitest";
import { Random } from "../engine/random";
import { action } from "../operations/testing/declarations";
import { actionTypes } from "./action-type-catalogue";
import type { ActionPlan, ActionStart } from "./provider-model";
import { modelOf } from "./provider-registry";

function startOf(kind: string, parts: Partial<ActionStart> = {}, owner = "AWS"): ActionStart {
  return {
    account: "111122223333",
    region: "eu-west-1",
    pipeline: "shop",
    stage: "Stage",
    action: action(kind, "Do", { owner, commands: ["npm test"], outputVariables: ["BUILD_ID"] }),
    configuration: {},
    executionId: "0f3c1b52-7a39-4c55-9d0c-2f6b1f7e9a10",
    variablesAsked: ["APP_VERSION", "SITE_URL", "COMMIT"],
    random: new Random(1),
    ...parts,
  };
}

function plan(kind: string, parts: Partial<ActionStart> = {}, owner = "AWS"): ActionPlan {
  const start = startOf(kind, parts, owner);
  return modelOf(start.action.actionTypeId).plan(start);
}

const revision = {
  revisionId: "abc",
  summary: "Fix",
  author: "Ann Lee",
  url: "https://x.test",
  branch: "main",
  createdAt: 0,
};

describe("every provider's model", () => {
  it.each(actionTypes.map(({ id }) => [`${id.category}/${id.provider}`, id.owner]))(
    "%s of %s ends within its time and says why it may fail",
    (kind, owner) => {
      const start = startOf(kind, { revision }, owner);
      const model = modelOf(start.action.actionTypeId);
      const planned = model.plan(start);
      expect(planned.durationMs).toBeGreaterThan(0);
      expect(planned.durationMs).toBeLessThan(model.timeoutMs);
      expect(planned.failure.code).not.toBe("");
      expect(planned.failure.message).not.toBe("");
      expect(
        model.entityUrl?.({ account: "1", region: "eu-west-1", action: start.action }) ?? "https://",
      ).toMatch(/^https:\/\//);
    },
  );

  it("of a source makes up revisions that name themselves in their link", () => {
    for (const provider of ["CodeCommit", "CodeStarSourceConnection", "GitHub", "ECR", "S3", "Unknown"]) {
      const { action: declaration } = startOf(`Source/${provider}`);
      const made = modelOf(declaration.actionTypeId).revision?.(
        { account: "1", region: "eu-west-1", action: declaration },
        new Random(5),
      );
      expect(made?.revisionId).not.toBe("");
    }
  });
});

describe("modelOf", () => {
  it("gives each source the output variables its service documents", () => {
    expect(
      Object.keys(
        plan("Source/CodeCommit", { revision, configuration: { RepositoryName: "r" } }).outputVariables ?? {},
      ),
    ).toEqual(["AuthorDate", "BranchName", "CommitId", "CommitMessage", "CommitterDate", "RepositoryName"]);
    expect(plan("Source/CodeStarSourceConnection", { revision }).outputVariables).toMatchObject({
      AuthorEmail: "ann.lee@example.com",
      ProviderType: "GitHub",
    });
    expect(plan("Source/S3", { revision, configuration: { S3Bucket: "b" } }).outputVariables).toMatchObject({
      BucketName: "b",
      VersionId: "abc",
    });
    expect(
      plan("Source/ECR", { revision, configuration: { RepositoryName: "r" } }).outputVariables,
    ).toMatchObject({
      ImageTag: "latest",
      ImageURI: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/r@abc",
    });
    expect(plan("Source/GitHub", { revision }, "ThirdParty").outputVariables).toMatchObject({
      CommitUrl: "https://x.test",
    });
  });

  it("wraps a connection's summary in JSON", () => {
    expect(plan("Source/CodeStarSourceConnection", { revision }).summary).toBe(
      '{"ProviderType":"GitHub","CommitMessage":"Fix"}',
    );
    expect(plan("Source/CodeStarSourceConnection")).not.toHaveProperty("summary");
  });

  it("describes an object without a message by its version", () => {
    expect(plan("Source/S3", { revision: { revisionId: "v1", createdAt: 0 } }).summary).toBe(
      "Amazon S3 version id: v1",
    );
  });

  it("exports the variables others ask for", () => {
    for (const kind of ["Build/CodeBuild", "Invoke/Lambda", "Compute/Commands", "Deploy/NewThing"]) {
      expect(plan(kind).outputVariables).toMatchObject({
        APP_VERSION: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        SITE_URL: expect.stringMatching(/^https:/),
        COMMIT: expect.stringMatching(/^[0-9a-f]{8}$/),
      });
    }
    expect(plan("Compute/Commands").outputVariables).toHaveProperty("BUILD_ID");
  });

  it("words what CloudFormation did by its action mode", () => {
    expect(plan("Deploy/CloudFormation", { configuration: { StackName: "web" } }).summary).toBe(
      "Stack web was updated.",
    );
    expect(
      plan("Deploy/CloudFormation", { configuration: { ActionMode: "CHANGE_SET_EXECUTE" } }).summary,
    ).toBe("Change set was executed.");
  });

  it("lets tests end after 8 hours, builds after 36 and custom actions after 24", () => {
    const hours = (kind: string, owner = "AWS"): number =>
      modelOf(startOf(kind, {}, owner).action.actionTypeId).timeoutMs / 3_600_000;
    expect([
      hours("Test/CodeBuild"),
      hours("Build/CodeBuild"),
      hours("Build/Jenkins", "Custom"),
      hours("Deploy/NewThing"),
    ]).toEqual([8, 36, 24, 1]);
  });
});
