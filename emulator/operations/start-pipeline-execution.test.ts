import { describe, expect, it } from "vitest";
import { day, minute } from "../engine/duration";
import { action, pipelineOf, source, stage, task } from "./testing/declarations";
import { SmallWorld } from "./testing/small-world";

const run = stage("Run", [task("Go")]);

function shop(parts: Parameters<typeof pipelineOf>[2] = {}): SmallWorld {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  small.create(pipelineOf("shop", [run], parts));
  small.pass(10 * minute);
  return small;
}

describe("StartPipelineExecution", () => {
  it("starts an execution in the name of whoever signed the call", () => {
    const small = shop();
    const principalArn = "arn:aws:sts::111122223333:assumed-role/operator/olivia";
    const answer = small.ask("StartPipelineExecution", { name: "shop" }, { principalArn });
    expect(small.executions("shop")[0]).toMatchObject({
      ...(answer as object),
      status: "InProgress",
      trigger: { triggerType: "StartPipelineExecution", triggerDetail: principalArn },
    });
  });

  it("answers the same execution for the same clientRequestToken within 24 hours", () => {
    const small = shop();
    const clientRequestToken = "retry-1";
    const first = small.start("shop", { clientRequestToken });
    small.pass(day);
    expect(small.start("shop", { clientRequestToken })).toBe(first);
    expect(
      small.refusal("StartPipelineExecution", { name: "shop", clientRequestToken, sourceRevisions: [] }),
    ).toBe("ConflictException: The clientRequestToken was already used with other parameters.");
    small.pass(1);
    const later = small.start("shop", { clientRequestToken });
    expect(later).not.toBe(first);
    expect(small.start("shop", { clientRequestToken: "retry-2" })).not.toBe(later);
  });

  it("takes values for variables and refuses missing and unknown ones", () => {
    const small = shop({ variables: [{ name: "Target" }, { name: "Size", defaultValue: "1" }] });
    expect(small.refusal("StartPipelineExecution", { name: "shop" })).toBe(
      "ValidationException: These variables have no default and need a value: Target",
    );
    const variables = [{ name: "Target", value: "blue" }];
    expect(small.start("shop", { variables })).toMatch(/^[0-9a-f-]{36}$/);
    const unknown = [...variables, { name: "Colour", value: "red" }];
    expect(small.refusal("StartPipelineExecution", { name: "shop", variables: unknown })).toBe(
      "ValidationException: Pipeline 'shop' has no variables named: Colour",
    );
  });

  it("refuses a pipeline that does not exist", () => {
    expect(shop().refusal("StartPipelineExecution", { name: "other" })).toContain(
      "PipelineNotFoundException",
    );
  });
});

describe("source revision overrides", () => {
  const bucket = action("Source/S3", "Bucket", {
    outputs: ["obj"],
    configuration: { S3Bucket: "b", S3ObjectKey: "k", AllowOverrideForS3ObjectKey: "true" },
  });
  const strict = action("Source/S3", "Strict", {
    outputs: ["two"],
    configuration: { S3Bucket: "b", S3ObjectKey: "k" },
  });
  const sources = stage("Source", [source(), bucket, strict]);

  function manySources(): SmallWorld {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.create({ ...pipelineOf("shop", []), pipelineType: "V2", stages: [sources, run] });
    small.pass(10 * minute);
    return small;
  }

  it("decide what the source actions deliver", () => {
    const small = manySources();
    const sourceRevisions = [
      { actionName: "App", revisionType: "COMMIT_ID", revisionValue: "abc" },
      { actionName: "Bucket", revisionType: "S3_OBJECT_VERSION_ID", revisionValue: "version-9" },
      { actionName: "Bucket", revisionType: "S3_OBJECT_KEY", revisionValue: "other.zip" },
      { actionName: "Strict", revisionType: "S3_OBJECT_VERSION_ID", revisionValue: "version-1" },
    ];
    small.start("shop", { sourceRevisions });
    small.pass(minute);
    const ids = small.executions("shop")[0]?.sourceRevisions.map(({ revisionId }) => revisionId);
    expect(ids).toEqual(["abc", "version-9", "version-1"]);
  });

  it("keep what is known about the newest revision when they name it", () => {
    const small = manySources();
    small.world.addRevision({
      ...small.ctx,
      pipeline: "shop",
      action: "App",
      revisionId: "abc",
      summary: "Fix",
    });
    small.pass(10 * minute);
    small.start("shop", {
      sourceRevisions: [{ actionName: "App", revisionType: "COMMIT_ID", revisionValue: "abc" }],
    });
    small.pass(minute);
    expect(small.executions("shop")[0]?.sourceRevisions[0]).toMatchObject({
      revisionId: "abc",
      revisionSummary: "Fix",
    });
  });

  it("keep what is known about a revision that ran before", () => {
    const small = manySources();
    for (const [revisionId, summary] of [
      ["old", "First"],
      ["new", "Second"],
    ] as const) {
      small.world.addRevision({ ...small.ctx, pipeline: "shop", action: "App", revisionId, summary });
      small.pass(10 * minute);
    }
    small.start("shop", {
      sourceRevisions: [{ actionName: "App", revisionType: "COMMIT_ID", revisionValue: "old" }],
    });
    small.pass(minute);
    expect(small.executions("shop")[0]?.sourceRevisions[0]).toMatchObject({
      revisionId: "old",
      revisionSummary: "First",
    });
    expect(small.executions("shop").map(({ sourceRevisions }) => sourceRevisions[0]?.revisionId)).toContain(
      "new",
    );
  });

  it("of an S3 object's key decide which object is taken, with or without a version", () => {
    const small = manySources();
    const key = { actionName: "Bucket", revisionType: "S3_OBJECT_KEY", revisionValue: "other.zip" };
    const version = { ...key, revisionType: "S3_OBJECT_VERSION_ID", revisionValue: "v9" };
    const taken = (): unknown =>
      small.actionRuns("shop").find(({ actionName }) => actionName === "Bucket")?.output.outputVariables;
    small.start("shop", { sourceRevisions: [key] });
    small.pass(5 * minute);
    expect(taken()).toMatchObject({ ObjectKey: "other.zip", VersionId: expect.not.stringMatching("v9") });
    small.start("shop", { sourceRevisions: [version, key] });
    small.pass(5 * minute);
    expect(taken()).toMatchObject({ ObjectKey: "other.zip", VersionId: "v9" });
    small.start("shop", { sourceRevisions: [version] });
    small.pass(5 * minute);
    expect(taken()).toMatchObject({ VersionId: "v9" });
  });

  it("are for pipelines of type V2", () => {
    const sourceRevisions = [{ actionName: "App", revisionType: "COMMIT_ID", revisionValue: "abc" }];
    expect(shop().refusal("StartPipelineExecution", { name: "shop", sourceRevisions })).toBe(
      "ValidationException: Pipeline 'shop' is of type V1; source revisions can be overridden in type V2 only",
    );
  });

  it("are given once for a source action", () => {
    const twice = { actionName: "App", revisionType: "COMMIT_ID", revisionValue: "abc" };
    const body = { name: "shop", sourceRevisions: [twice, { ...twice, revisionValue: "def" }] };
    expect(manySources().refusal("StartPipelineExecution", body)).toBe(
      "ValidationException: Source action 'App' is overridden more than once",
    );
  });

  it.each([
    ["Go", "COMMIT_ID", "Pipeline 'shop' has no source action with name 'Go'"],
    [
      "App",
      "IMAGE_DIGEST",
      "The revision type IMAGE_DIGEST does not fit the provider CodeCommit of source action 'App'",
    ],
    ["Strict", "S3_OBJECT_KEY", "Source action 'Strict' does not allow to override its S3 object key"],
  ])("of %s by %s are refused", (actionName, revisionType, words) => {
    const sourceRevisions = [{ actionName, revisionType, revisionValue: "x" }];
    expect(manySources().refusal("StartPipelineExecution", { name: "shop", sourceRevisions })).toBe(
      `ValidationException: ${words}`,
    );
  });
});
