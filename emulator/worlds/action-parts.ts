import type { ActionDeclaration } from "../engine/declaration";

/** Action declarations as people write them, by provider; `order` is the run order. */
interface Part {
  name: string;
  order?: number;
  from?: string[];
  to?: string[];
  namespace?: string;
}

function action(
  part: Part,
  category: string,
  provider: string,
  configuration: Record<string, string>,
): ActionDeclaration {
  return {
    name: part.name,
    actionTypeId: { category, owner: "AWS", provider, version: "1" },
    runOrder: part.order ?? 1,
    configuration,
    inputArtifacts: (part.from ?? []).map((name) => ({ name })),
    outputArtifacts: (part.to ?? []).map((name) => ({ name })),
    ...(part.namespace === undefined ? {} : { namespace: part.namespace }),
  };
}

/** A branch of a repository behind a connection; delivers one artifact. */
export function gitSource(
  name: string,
  repository: string,
  artifact: string,
  namespace: string,
): ActionDeclaration {
  return action({ name, to: [artifact], namespace }, "Source", "CodeStarSourceConnection", {
    ConnectionArn:
      "arn:aws:codeconnections:eu-west-1:444455556666:connection/7d2f4b1e-5a0c-4a57-9d38-2f6a1c9be804",
    FullRepositoryId: `acme-shop/${repository}`,
    BranchName: "main",
    OutputArtifactFormat: "CODE_ZIP",
  });
}

/** A branch of a CodeCommit repository, watched by an event rule. */
export function codeCommitSource(name: string, repository: string, artifact: string): ActionDeclaration {
  return action({ name, to: [artifact], namespace: "Code" }, "Source", "CodeCommit", {
    RepositoryName: repository,
    BranchName: "main",
    PollForSourceChanges: "false",
  });
}

/** An object in a bucket, watched by an event rule. */
export function bucketSource(name: string, bucket: string, key: string, artifact: string): ActionDeclaration {
  return action({ name, to: [artifact] }, "Source", "S3", {
    S3Bucket: bucket,
    S3ObjectKey: key,
    PollForSourceChanges: "false",
  });
}

/** A branch of a CodeCommit repository that is asked every minute, as old pipelines do. */
export function polledCodeCommitSource(
  name: string,
  repository: string,
  artifact: string,
): ActionDeclaration {
  const watched = codeCommitSource(name, repository, artifact);
  return { ...watched, configuration: { ...watched.configuration, PollForSourceChanges: "true" } };
}

/** The newest image with a tag. */
export function imageSource(
  name: string,
  repository: string,
  tag: string,
  artifact: string,
): ActionDeclaration {
  return action({ name, to: [artifact], namespace: "Image" }, "Source", "ECR", {
    RepositoryName: repository,
    ImageTag: tag,
  });
}

export function build(part: Part, project: string): ActionDeclaration {
  return action(part, "Build", "CodeBuild", { ProjectName: project });
}

export function test(part: Part, project: string): ActionDeclaration {
  return action(part, "Test", "CodeBuild", { ProjectName: project });
}

export function stack(part: Part, stackName: string, overrides?: Record<string, string>): ActionDeclaration {
  return action(part, "Deploy", "CloudFormation", {
    ActionMode: "CREATE_UPDATE",
    StackName: stackName,
    TemplatePath: `${part.from?.[0] ?? "app"}::packaged.yml`,
    Capabilities: "CAPABILITY_NAMED_IAM",
    ...(overrides === undefined ? {} : { ParameterOverrides: JSON.stringify(overrides) }),
  });
}

export function ecsService(part: Part, cluster: string, service: string): ActionDeclaration {
  return action(part, "Deploy", "ECS", {
    ClusterName: cluster,
    ServiceName: service,
    FileName: "images.json",
  });
}

export function codeDeploy(part: Part, application: string, group: string): ActionDeclaration {
  return action(part, "Deploy", "CodeDeploy", { ApplicationName: application, DeploymentGroupName: group });
}

export function bucketDeploy(part: Part, bucket: string): ActionDeclaration {
  return action(part, "Deploy", "S3", { BucketName: bucket, Extract: "true" });
}

export function lambda(part: Part, functionName: string, parameters?: string): ActionDeclaration {
  return action(part, "Invoke", "Lambda", {
    FunctionName: functionName,
    ...(parameters === undefined ? {} : { UserParameters: parameters }),
  });
}

export function stateMachine(part: Part, account: string, name: string): ActionDeclaration {
  return action(part, "Invoke", "StepFunctions", {
    StateMachineArn: `arn:aws:states:eu-west-1:${account}:stateMachine:${name}`,
  });
}

/** An action type of the company's own, which a worker of one of its teams serves. */
export function ownAction(
  part: Part,
  category: "Build" | "Test" | "Deploy",
  provider: string,
  configuration: Record<string, string>,
): ActionDeclaration {
  const made = action(part, category, provider, configuration);
  return { ...made, actionTypeId: { category, owner: "Custom", provider, version: "2" } };
}

/** A question to a person; unanswered it fails after `timeoutInMinutes`. */
export function approval(
  name: string,
  question: string,
  link: string,
  timeoutInMinutes: number,
  order = 1,
): ActionDeclaration {
  return {
    ...action({ name, order }, "Approval", "Manual", {
      CustomData: question,
      ExternalEntityLink: `https://git.example/acme-shop/${link}`,
    }),
    timeoutInMinutes,
  };
}
