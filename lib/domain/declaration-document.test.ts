import { expect, test } from "vitest";
import { countWithheld, declarationDocument, WITHHELD } from "./declaration-document";
import type { PipelineStructure } from "./structure";

const structure: PipelineStructure = {
  target: "prod-eu",
  name: "shop",
  version: 3,
  pipelineType: "V2",
  executionMode: "QUEUED",
  roleArn: "arn:aws:iam::444455556666:role/pipeline",
  artifactStores: [{ type: "S3", location: "artifacts", encryptionKey: { id: "alias/a", type: "KMS" } }],
  stages: [
    {
      name: "Build",
      retryMode: "FAILED_ACTIONS",
      failureResult: "RETRY",
      onFailure: { result: "RETRY", rules: [] },
      beforeEntry: {
        result: "SKIP",
        rules: [
          {
            name: "window",
            provider: "DeploymentWindow",
            owner: "AWS",
            version: "1",
            timeoutMs: 300_000,
            configuration: [{ key: "Cron", value: "* * ? * MON", hidden: false }],
          },
        ],
      },
      actions: [
        {
          name: "compile",
          runOrder: 1,
          category: "Compute",
          owner: "AWS",
          provider: "Commands",
          version: "1",
          inputArtifacts: ["app"],
          outputArtifacts: ["built"],
          artifactFiles: [{ artifact: "built", files: ["dist/**"] }],
          configuration: [
            { key: "ProjectName", value: "shop", hidden: false },
            { key: "OAuthToken", value: null, hidden: true },
          ],
          environment: [{ key: "PASSWORD", value: null, hidden: true, type: "PLAINTEXT" }],
          commands: 2,
        },
      ],
    },
  ],
  triggers: [
    {
      provider: "CodeStarSourceConnection",
      sourceAction: "app",
      filters: [
        {
          kind: "push",
          events: [],
          branches: { includes: ["main"], excludes: [] },
          tags: { includes: [], excludes: [] },
          filePaths: { includes: [], excludes: ["docs/**"] },
        },
      ],
    },
  ],
  variables: [
    { name: "color", hasDefault: false },
    { name: "API_TOKEN", hasDefault: true },
    { name: "empty", hasDefault: true, defaultValue: "" },
  ],
  consoleUrl: "",
};

test("a declaration reads as the AWS CLI takes it, and what is withheld says so", () => {
  expect(JSON.parse(JSON.stringify(declarationDocument(structure)))).toEqual({
    pipeline: {
      name: "shop",
      roleArn: "arn:aws:iam::444455556666:role/pipeline",
      artifactStore: { type: "S3", location: "artifacts", encryptionKey: { id: "alias/a", type: "KMS" } },
      stages: [
        {
          name: "Build",
          actions: [
            {
              name: "compile",
              actionTypeId: { category: "Compute", owner: "AWS", provider: "Commands", version: "1" },
              runOrder: 1,
              configuration: { ProjectName: "shop", OAuthToken: WITHHELD },
              commands: [WITHHELD, WITHHELD],
              outputArtifacts: [{ name: "built", files: ["dist/**"] }],
              inputArtifacts: [{ name: "app" }],
              environmentVariables: [{ name: "PASSWORD", value: WITHHELD, type: "PLAINTEXT" }],
            },
          ],
          onFailure: { result: "RETRY", retryConfiguration: { retryMode: "FAILED_ACTIONS" } },
          beforeEntry: {
            conditions: [
              {
                result: "SKIP",
                rules: [
                  {
                    name: "window",
                    ruleTypeId: {
                      category: "Rule",
                      owner: "AWS",
                      provider: "DeploymentWindow",
                      version: "1",
                    },
                    configuration: { Cron: "* * ? * MON" },
                    timeoutInMinutes: 5,
                  },
                ],
              },
            ],
          },
        },
      ],
      version: 3,
      executionMode: "QUEUED",
      pipelineType: "V2",
      variables: [
        { name: "color" },
        { name: "API_TOKEN", defaultValue: WITHHELD },
        { name: "empty", defaultValue: "" },
      ],
      triggers: [
        {
          providerType: "CodeStarSourceConnection",
          gitConfiguration: {
            sourceActionName: "app",
            push: [{ branches: { includes: ["main"] }, filePaths: { excludes: ["docs/**"] } }],
          },
        },
      ],
    },
  });
});

test("every value that is withheld is counted", () => {
  const text = JSON.stringify(declarationDocument(structure));
  expect(countWithheld(structure)).toBe(text.split(WITHHELD).length - 1);
});

test("stores of several regions stand by region", () => {
  const artifactStores = [
    { region: "eu-west-1", type: "S3", location: "eu" },
    { region: "us-east-1", type: "S3", location: "us" },
  ];
  expect(declarationDocument({ ...structure, artifactStores })).toMatchObject({
    pipeline: {
      artifactStore: undefined,
      artifactStores: { "eu-west-1": { location: "eu" }, "us-east-1": { location: "us" } },
    },
  });
});
