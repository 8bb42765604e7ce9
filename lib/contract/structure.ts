import { z } from "zod";
import type * as domain from "@/lib/domain/structure";
import { ConfigurationEntries } from "./configuration-entries";
import { Freshness, Instant } from "./freshness";

const Action = z.strictObject({
  name: z.string(),
  runOrder: z.number().int(),
  category: z.string(),
  owner: z.string(),
  provider: z.string(),
  version: z.string().optional(),
  region: z.string().optional(),
  namespace: z.string().optional(),
  timeoutMs: z.number().int().optional(),
  inputArtifacts: z.array(z.string()),
  outputArtifacts: z.array(z.string()),
  configuration: ConfigurationEntries,
  commands: z.number().int(),
});

const Condition = z.strictObject({
  result: z.string().optional(),
  rules: z.array(
    z.strictObject({
      name: z.string(),
      provider: z.string(),
      timeoutMs: z.number().int().optional(),
      configuration: ConfigurationEntries,
    }),
  ),
});

const Patterns = z.strictObject({ includes: z.array(z.string()), excludes: z.array(z.string()) });

/** GET /api/pipelines/{target}/{pipeline} */
export const PipelineStructureReply = z.strictObject({
  structure: z.strictObject({
    target: z.string(),
    name: z.string(),
    version: z.number().int().optional(),
    pipelineType: z.string().optional(),
    executionMode: z.string(),
    createdAt: Instant.optional(),
    updatedAt: Instant.optional(),
    pollingDisabledAt: Instant.optional(),
    stages: z.array(
      z.strictObject({
        name: z.string(),
        actions: z.array(Action),
        beforeEntry: Condition.optional(),
        onSuccess: Condition.optional(),
        onFailure: Condition.optional(),
        retryMode: z.string().optional(),
      }),
    ),
    triggers: z.array(
      z.strictObject({
        provider: z.string(),
        sourceAction: z.string(),
        filters: z.array(
          z.strictObject({
            kind: z.enum(["push", "pullRequest"]),
            events: z.array(z.string()),
            branches: Patterns,
            tags: Patterns,
            filePaths: Patterns,
          }),
        ),
      }),
    ),
    variables: z.array(
      z.strictObject({
        name: z.string(),
        description: z.string().optional(),
        hasDefault: z.boolean(),
        defaultValue: z.string().optional(),
      }),
    ),
    consoleUrl: z.string(),
  }) satisfies z.ZodType<domain.PipelineStructure>,
  freshness: Freshness,
  now: Instant,
});
export type PipelineStructureReply = z.infer<typeof PipelineStructureReply>;
