import "server-only";
import type { ConfigurationEntry } from "@/lib/domain/pipeline-state";
import { text } from "./lenient";
import { looksSecret } from "./looks-secret";

/**
 * Configuration keys whose values cannot hold a secret: names of things, modes and switches. Anything else (tokens,
 * environment variables, parameter overrides, commands, keys AWS adds later) stays on the server.
 */
const SHOWN = new Set([
  "ActionMode",
  "AlarmName",
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

/**
 * Keys of rules whose values are of a form that no secret has; anything else under them stays on the server. The two
 * sides that a VariableCheck compares do, too: a variable may hold anything.
 */
const SHAPED = new Map([
  ["AlarmStates", /^[A-Z_, ]{1,100}$/],
  ["Cron", /^[0-9A-Z*?,/#\- ]{1,200}$/],
  ["Operator", /^[A-Z_]{2,20}$/],
  ["TimeZone", /^[A-Za-z]{2,20}(?:\/[A-Za-z_]{2,30}){0,2}$/],
  ["WaitTime", /^\d{1,6}$/],
]);

/** Configuration of an action or a rule for the browser, in its order: a value only where it is known to be harmless. */
export function redactConfiguration(configuration: unknown): ConfigurationEntry[] {
  if (typeof configuration !== "object" || configuration === null) return [];
  return Object.entries(configuration).map(([key, value]) => {
    const shown = text(value);
    const harmless = shown !== undefined && isHarmless(key, shown);
    return harmless ? { key, value: shown, hidden: false } : { key, value: null, hidden: true };
  });
}

function isHarmless(key: string, value: string): boolean {
  if (looksSecret(value)) return false;
  return SHOWN.has(key) || (SHAPED.get(key)?.test(value) ?? false);
}
