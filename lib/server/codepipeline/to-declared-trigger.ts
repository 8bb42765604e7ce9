import "server-only";
import type { PipelineTriggerDeclaration as AwsTrigger } from "@aws-sdk/client-codepipeline";
import type { DeclaredTrigger, Patterns } from "@/lib/domain/structure";
import { objects, text, texts } from "./lenient";

interface AwsPatterns {
  includes?: string[] | undefined;
  excludes?: string[] | undefined;
}

/** A trigger of a V2 pipeline with its push and pull request filters. */
export function toDeclaredTrigger(aws: AwsTrigger): DeclaredTrigger {
  const git = aws.gitConfiguration;
  return {
    provider: text(aws.providerType) ?? "",
    sourceAction: text(git?.sourceActionName) ?? "",
    filters: [
      ...objects(git?.push).map((filter) => ({
        kind: "push" as const,
        events: [],
        branches: toPatterns(filter.branches),
        tags: toPatterns(filter.tags),
        filePaths: toPatterns(filter.filePaths),
      })),
      ...objects(git?.pullRequest).map((filter) => ({
        kind: "pullRequest" as const,
        events: texts(filter.events),
        branches: toPatterns(filter.branches),
        tags: toPatterns(undefined),
        filePaths: toPatterns(filter.filePaths),
      })),
    ],
  };
}

function toPatterns(aws: AwsPatterns | undefined): Patterns {
  return { includes: texts(aws?.includes), excludes: texts(aws?.excludes) };
}
