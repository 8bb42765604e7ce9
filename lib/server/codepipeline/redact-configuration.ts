import "server-only";
import type { ConfigurationEntry } from "@/lib/domain/pipeline-state";
import { text } from "./lenient";

/**
 * Configuration keys whose values cannot hold a secret: names of things, modes and switches. Anything else (tokens,
 * environment variables, parameter overrides, commands, keys AWS adds later) stays on the server.
 */
const SHOWN = new Set([
  "ActionMode",
  "AllowOverrideForS3ObjectKey",
  "AppConfigApplication",
  "ApplicationName",
  "BatchEnabled",
  "Branch",
  "BranchName",
  "BucketName",
  "Capabilities",
  "ChangeSetName",
  "ClusterName",
  "CombineArtifacts",
  "ConfigurationProfile",
  "ConnectionArn",
  "CustomData",
  "DeploymentGroupName",
  "DeploymentStrategy",
  "DeploymentTimeout",
  "DesiredCount",
  "DetectChanges",
  "EnvironmentName",
  "ExecutionNamePrefix",
  "ExternalEntityLink",
  "Extract",
  "FileName",
  "FullRepositoryId",
  "FunctionName",
  "ImageTag",
  "NotificationArn",
  "ObjectKey",
  "OutputArtifactFormat",
  "OutputFileName",
  "Owner",
  "PollForSourceChanges",
  "PrimarySource",
  "ProductId",
  "ProductType",
  "ProjectName",
  "Repo",
  "RepositoryName",
  "RoleArn",
  "S3Bucket",
  "S3ObjectKey",
  "ServerName",
  "ServiceName",
  "StackInstances",
  "StackName",
  "StackSetName",
  "StateMachineArn",
  "TaskDefinitionTemplateArtifact",
  "TaskDefinitionTemplatePath",
  "AppSpecTemplateArtifact",
  "AppSpecTemplatePath",
  "TemplateConfiguration",
  "TemplatePath",
]);

/** An action's configuration for the browser, in its order: a value only where its key is known to be harmless. */
export function redactConfiguration(configuration: unknown): ConfigurationEntry[] {
  if (typeof configuration !== "object" || configuration === null) return [];
  return Object.entries(configuration).map(([key, value]) => {
    const shown = SHOWN.has(key) ? text(value) : undefined;
    return shown === undefined ? { key, value: null, hidden: true } : { key, value: shown, hidden: false };
  });
}
