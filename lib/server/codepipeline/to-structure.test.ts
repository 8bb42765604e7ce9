import { describe, expect, test } from "vitest";
import { PipelineStructureReply } from "@/lib/contract/structure";
import type { PipelineStructure } from "@/lib/domain/structure";
import type { AwsPipeline } from "./get-pipeline";
import { toStructure } from "./to-structure";
import { ValueMarks } from "./value-marks";

const NOW = "2026-11-21T03:12:00.000Z";

/** Through our contract, as a browser gets it. */
function read(aws: AwsPipeline): PipelineStructure {
  const structure = toStructure({ id: "prod-eu", region: "eu-west-1" }, "checkout-web", aws);
  const reply = { structure, currentVersion: 14, freshness: { kind: "live", asOf: NOW }, now: NOW };
  return PipelineStructureReply.parse(JSON.parse(JSON.stringify(reply))).structure;
}

const type = (category: "Source" | "Compute" | "Deploy", provider: string) => ({
  category,
  owner: "AWS" as const,
  provider,
  version: "1",
});

const aws: AwsPipeline = {
  metadata: { pipelineArn: "arn:aws:codepipeline:eu-west-1:444455556666:checkout-web", created: new Date(0) },
  pipeline: {
    name: "checkout-web",
    roleArn: "arn:aws:iam::444455556666:role/pipeline",
    version: 14,
    pipelineType: "V2",
    executionMode: "QUEUED",
    artifactStore: {
      type: "S3",
      location: "artifacts",
      encryptionKey: { id: "alias/artifacts", type: "KMS" },
    },
    variables: [
      { name: "canary", defaultValue: "10", description: "Per cent" },
      { name: "color" },
      { name: "API_TOKEN", defaultValue: "hunter2" },
    ],
    triggers: [
      {
        providerType: "CodeStarSourceConnection",
        gitConfiguration: {
          sourceActionName: "app",
          push: [
            { branches: { includes: ["main"], excludes: ["wip/*"] }, filePaths: { includes: ["src/**"] } },
          ],
          pullRequest: [{ events: ["OPEN"], branches: { includes: ["main"] } }],
        },
      },
    ],
    stages: [
      {
        name: "Source",
        actions: [{ name: "app", actionTypeId: type("Source", "CodeStarSourceConnection") }],
      },
      {
        name: "Prod",
        actions: [
          {
            name: "run",
            actionTypeId: type("Compute", "Commands"),
            runOrder: 2,
            commands: ["echo hunter2"],
            roleArn: "arn:aws:iam::444455556666:role/run",
            environmentVariables: [{ name: "PASSWORD", value: "hunter2", type: "PLAINTEXT" }],
            outputArtifacts: [{ name: "report", files: ["out/**"] }],
            outputVariables: ["VERSION"],
            timeoutInMinutes: 5,
            configuration: { StackName: "web", ParameterOverrides: "hunter2" },
            inputArtifacts: [{ name: "app" }],
          },
        ],
        beforeEntry: {
          conditions: [
            {
              result: "FAIL",
              rules: [
                {
                  name: "window",
                  ruleTypeId: { category: "Rule", provider: "DeploymentWindow" },
                  configuration: { Cron: "hunter2" },
                },
              ],
            },
          ],
        },
        onFailure: { result: "RETRY", retryConfiguration: { retryMode: "FAILED_ACTIONS" } },
      },
    ],
  },
};

describe("toStructure", () => {
  test("shows the declaration with its conditions, triggers and variables", () => {
    const structure = read(aws);
    expect(structure).toMatchObject({ version: 14, pipelineType: "V2", executionMode: "QUEUED" });
    expect(structure.variables).toEqual([
      { name: "canary", description: "Per cent", hasDefault: true, defaultValue: "10" },
      { name: "color", hasDefault: false },
      { name: "API_TOKEN", hasDefault: true },
    ]);
    expect(
      structure.triggers[0]?.filters.map(({ kind, events, branches }) => [kind, events, branches]),
    ).toEqual([
      ["push", [], { includes: ["main"], excludes: ["wip/*"] }],
      ["pullRequest", ["OPEN"], { includes: ["main"], excludes: [] }],
    ]);
    expect(structure.stages[1]).toMatchObject({
      actions: [{ name: "run", runOrder: 2, commands: 1, timeoutMs: 300_000, inputArtifacts: ["app"] }],
      beforeEntry: { result: "FAIL", rules: [{ name: "window", provider: "DeploymentWindow" }] },
      onFailure: { result: "RETRY", rules: [] },
      retryMode: "FAILED_ACTIONS",
      failureResult: "RETRY",
    });
    expect(structure.stages[1]?.actions[0]).toMatchObject({
      roleArn: "arn:aws:iam::444455556666:role/run",
      environment: [{ key: "PASSWORD", value: null, hidden: true, type: "PLAINTEXT" }],
      artifactFiles: [{ artifact: "report", files: ["out/**"] }],
      outputVariables: ["VERSION"],
    });
    expect(structure).toMatchObject({
      arn: "arn:aws:codepipeline:eu-west-1:444455556666:checkout-web",
      roleArn: "arn:aws:iam::444455556666:role/pipeline",
      artifactStores: [{ location: "artifacts", encryptionKey: { id: "alias/artifacts", type: "KMS" } }],
    });
  });

  test("lets no value out that may be a secret", () => {
    expect(JSON.stringify(read(aws))).not.toContain("hunter2");
  });

  test("keeps stores of several regions apart", () => {
    const artifactStores = {
      "eu-west-1": { type: "S3" as const, location: "eu" },
      "us-east-1": { type: "S3" as const, location: "us" },
    };
    const { pipeline } = aws;
    const stores = read({ pipeline: pipeline && { ...pipeline, artifactStore: undefined, artifactStores } });
    expect(stores.artifactStores).toEqual([
      { region: "eu-west-1", type: "S3", location: "eu" },
      { region: "us-east-1", type: "S3", location: "us" },
    ]);
  });

  test("tells with marks, which stay on the server, whether two withheld values are the same", () => {
    const marks = new ValueMarks();
    const target = { id: "prod-eu", region: "eu-west-1" };
    const marked = () => toStructure(target, "checkout-web", aws, marks);
    const text = JSON.stringify(marked());
    expect(text).not.toContain("hunter2");
    expect(marked()).toEqual(marked());
    const [run] = marked().stages[1]?.actions ?? [];
    const overrides = run?.configuration.find(({ key }) => key === "ParameterOverrides");
    expect(overrides?.mark).toBe(run?.environment?.[0]?.mark);
    expect(overrides?.mark).not.toBe(run?.commandsMark);
    expect(marked().variables.map(({ mark }) => mark !== undefined)).toEqual([false, false, true]);
    expect(JSON.stringify(toStructure(target, "checkout-web", aws))).not.toMatch(/"mark"|commandsMark/);
  });

  test("reads a declaration that lacks everything", () => {
    expect(read({})).toMatchObject({ executionMode: "SUPERSEDED", stages: [], triggers: [], variables: [] });
    expect(
      read({
        pipeline: { name: undefined, roleArn: undefined, stages: [{ name: undefined, actions: undefined }] },
      }).stages,
    ).toEqual([{ name: "", actions: [] }]);
  });
});
