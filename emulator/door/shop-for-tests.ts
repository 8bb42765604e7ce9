import type { ActionDeclaration, PipelineDeclaration, StageDeclaration } from "@aws-sdk/client-codepipeline";

const FROM_CODECOMMIT: ActionDeclaration = {
  name: "App",
  actionTypeId: { category: "Source", owner: "AWS", provider: "CodeCommit", version: "1" },
  configuration: { RepositoryName: "shop", BranchName: "main", PollForSourceChanges: "false" },
  outputArtifacts: [{ name: "src" }],
};

/** A pipeline `shop` as the SDK declares it: a source, then these stages. */
export function shopOf(
  later: StageDeclaration[],
  source: ActionDeclaration = FROM_CODECOMMIT,
): PipelineDeclaration {
  return {
    name: "shop",
    roleArn: "arn:aws:iam::111122223333:role/pipeline-service",
    artifactStore: { type: "S3", location: "artifact-bucket" },
    stages: [{ name: "Source", actions: [source] }, ...later],
  };
}

/** A stage that waits for a person. */
export const ASK: StageDeclaration = {
  name: "Ask",
  actions: [
    {
      name: "Approve",
      actionTypeId: { category: "Approval", owner: "AWS", provider: "Manual", version: "1" },
    },
  ],
};
