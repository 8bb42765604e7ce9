/** Whatever operation and place: words of one of these names, at the end of a place. */
function named(...names: string[]): RegExp {
  return new RegExp(`\\.(?:${names.join("|")})$`);
}

/** The same, in the configuration of an action or a rule, as declared or with its variables filled in. */
function configured(...keys: string[]): RegExp {
  return new RegExp(`\\.(?:configuration|resolvedConfiguration)\\.(?:${keys.join("|")})$`);
}

function putOut(...names: string[]): RegExp {
  return new RegExp(`\\.output\\.outputVariables\\.(?:${names.join("|")})$`);
}

/**
 * Places in AWS's answers that people are meant to see, and nothing else is; everything else stays on the server. Written
 * down here anew: the proof does not ask the lists of the application.
 */
export const SHOWN_ON_PURPOSE: readonly RegExp[] = [
  // What people wrote, and what AWS says about how a thing went.
  named(
    "summary",
    "revisionSummary",
    "statusSummary",
    "disabledReason",
    "reason",
    "message",
    "code",
    "customData",
  ),
  // Links, and the ids they lead to.
  named("revisionUrl", "entityUrl", "externalExecutionUrl", "externalExecutionSummary"),
  named("logStreamARN"),
  /^(?!.*\(approval\)).*\.externalExecutionId$/,
  // Which revision, from where.
  named("revisionId", "revisionChangeIdentifier", "branch", "branchName", "created"),
  // Who did it.
  named("lastUpdatedBy", "lastChangedBy", "triggerDetail", "updatedBy"),
  // Which object in S3 an action took and made: its address, which opens for nobody without rights in AWS.
  /\.(?:inputArtifacts|outputArtifacts)\[\]\.s3location\.(?:bucket|key)$/,
  // What one execution differs from another by. Those that are called a secret, or look like one, stay on the server:
  // the names planted above, and `lib/server/codepipeline/redact-variables.test.ts`.
  /^GetPipelineExecution\.pipelineExecution\.variables\[\]\.resolvedValue$/,
  // What a release is prefilled with, and what each is for; the same holds of them.
  /^GetPipeline\.pipeline\.variables\[\]\.(?:description|defaultValue)$/,
  // What a declaration says of itself: as whom it works, and where its artifacts are kept, which opens for nobody without
  // rights in AWS.
  /^GetPipeline\.(?:pipeline|metadata)\b.*\.(?:roleArn|pipelineArn)$/,
  /^GetPipeline\.pipeline\.artifactStores?(?:\.[\w-]+)?\.(?:location|encryptionKey\.id)$/,
  // Which files an artifact takes, which variables an action puts out, and what a trigger listens to.
  /^GetPipeline\.pipeline\.stages\[\]\.actions\[\]\.(?:outputArtifacts\[\]\.files|outputVariables)\[\]$/,
  /^GetPipeline\.pipeline\.triggers\[\]\..*\.(?:includes|excludes|events)\[\]$/,
  // What pipelines are found and put together by.
  /^ListTagsForResource\.tags\[\]\.(?:key|value)$/,
  // What sources say of a revision.
  putOut(
    "AuthorDate",
    "AuthorDisplayName",
    "AuthorEmail",
    "AuthorId",
    "CommitterDate",
    "CommitId",
    "CommitMessage",
  ),
  putOut("BranchName", "RepositoryName", "FullRepositoryName", "ProviderType", "ConnectionArn"),
  // Where sources are read.
  configured("RepositoryName", "FullRepositoryId", "BranchName", "ConnectionArn", "PollForSourceChanges"),
  // Which thing an action works on.
  configured(
    "ApplicationName",
    "DeploymentGroupName",
    "ClusterName",
    "ServiceName",
    "FunctionName",
    "ProjectName",
  ),
  configured("StackName"),
  // How it does.
  configured("ActionMode", "Capabilities", "OutputArtifactFormat", "FileName", "TemplatePath"),
  configured("ImageTag", "StateMachineArn", "BucketName", "Extract", "S3Bucket", "S3ObjectKey"),
  // When a rule lets an execution in, and by which alarm.
  configured("AlarmName", "Cron"),
  // What actions say they made: which object of which bucket, which image, which stack.
  putOut("BucketName", "ObjectKey", "VersionId", "ETag", "StackName"),
  putOut("ImageDigest", "ImageTag", "ImageURI", "RegistryId"),
  // Of a pull request and of a tag, which branches and which.
  putOut("SourceBranchName", "DestinationBranchName", "PullRequestId", "PullRequestTitle", "TagName"),
  // What retried a stage last: a word of AWS's, shown as it is so that one added tomorrow has its name.
  /\.retryStageMetadata\.latestRetryTrigger$/,
  // What an approval asks, and where to look before one answers.
  configured("CustomData", "ExternalEntityLink"),
];
