import { z } from "zod";
import type * as domain from "@/lib/domain/structure";
import { ConfigurationEntries } from "./configuration-entries";
import { Freshness, Instant } from "./freshness";
import { StructureChange } from "./structure-change";
import { VariableUses } from "./variable-uses";

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
  artifactFiles: z.array(z.strictObject({ artifact: z.string(), files: z.array(z.string()) })).optional(),
  outputVariables: z.array(z.string()).optional(),
  roleArn: z.string().optional(),
  configuration: ConfigurationEntries,
  environment: z
    .array(
      z.strictObject({
        key: z.string(),
        value: z.null(),
        hidden: z.literal(true),
        type: z.string().optional(),
      }),
    )
    .optional(),
  commands: z.number().int(),
});

const Condition = z.strictObject({
  result: z.string().optional(),
  rules: z.array(
    z.strictObject({
      name: z.string(),
      provider: z.string(),
      owner: z.string().optional(),
      version: z.string().optional(),
      region: z.string().optional(),
      roleArn: z.string().optional(),
      timeoutMs: z.number().int().optional(),
      inputArtifacts: z.array(z.string()).optional(),
      configuration: ConfigurationEntries,
      commands: z.number().int().optional(),
    }),
  ),
});

const Patterns = z.strictObject({ includes: z.array(z.string()), excludes: z.array(z.string()) });

const Version = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, "must be the number of a version: 1 or more")
  .transform(Number);

/** Query of GET /api/pipelines/{target}/{pipeline}: the newest version unless one is named. */
export const StructureQuery = z.strictObject({
  version: Version.optional(),
  compareWith: Version.optional(),
});
export type StructureQuery = z.infer<typeof StructureQuery>;

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
        failureResult: z.string().optional(),
        blockers: z.array(z.strictObject({ name: z.string(), type: z.string() })).optional(),
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
    variableUses: VariableUses.optional(),
    arn: z.string().optional(),
    roleArn: z.string().optional(),
    artifactStores: z
      .array(
        z.strictObject({
          region: z.string().optional(),
          type: z.string(),
          location: z.string(),
          encryptionKey: z.strictObject({ id: z.string(), type: z.string().optional() }).optional(),
        }),
      )
      .optional(),
    consoleUrl: z.string(),
  }) satisfies z.ZodType<domain.PipelineStructure>,
  /** The newest version there is; AWS has every one from 1 on. */
  currentVersion: z.number().int().min(1),
  /** What changed from another version to this one. */
  comparison: z.strictObject({ with: z.number().int(), changes: z.array(StructureChange) }).optional(),
  freshness: Freshness,
  now: Instant,
});
export type PipelineStructureReply = z.infer<typeof PipelineStructureReply>;
