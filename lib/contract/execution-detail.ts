import { z } from "zod";
import type * as domain from "@/lib/domain/execution-detail";
import { ConfigurationEntries } from "./configuration-entries";
import { ErrorDetails } from "./error-details";
import { ExecutionSummary } from "./execution";
import { ExecutionComparison } from "./execution-comparison";
import { Freshness, Instant } from "./freshness";
import { ExecutionId } from "./path";
import { StageRetry } from "./stage-retry";
import { VariableUses } from "./variable-uses";

const Wait = z.strictObject({
  kind: z.enum(["track", "person", "gate"]),
  from: Instant,
  to: Instant.optional(),
  why: z.string().optional(),
});

const Artifact = z.strictObject({
  name: z.string(),
  from: z.strictObject({ stage: z.string(), action: z.string() }).optional(),
  bucket: z.string().optional(),
  key: z.string().optional(),
});

const ActionRun: z.ZodType<domain.ActionRun> = z.strictObject({
  id: z.string(),
  name: z.string(),
  attempt: z.number().int().min(1),
  runOrder: z.number().int(),
  category: z.string(),
  owner: z.string(),
  provider: z.string(),
  region: z.string().optional(),
  standing: z.string(),
  status: z.string(),
  startedAt: Instant.optional(),
  endedAt: Instant.optional(),
  updatedBy: z.string().optional(),
  summary: z.string().optional(),
  error: ErrorDetails.optional(),
  externalExecutionId: z.string().optional(),
  externalExecutionUrl: z.string().optional(),
  logStreamArn: z.string().optional(),
  configuration: ConfigurationEntries,
  resolvedConfiguration: ConfigurationEntries,
  inputArtifacts: z.array(Artifact),
  outputArtifacts: z.array(Artifact),
  outputVariables: ConfigurationEntries,
  namespace: z.string().optional(),
  roleArn: z.string().optional(),
});

const RuleRun: z.ZodType<domain.RuleRun> = z.strictObject({
  id: z.string(),
  name: z.string(),
  condition: z.enum(["beforeEntry", "onSuccess", "onFailure"]).optional(),
  attempt: z.number().int().min(1),
  provider: z.string(),
  standing: z.string(),
  status: z.string(),
  startedAt: Instant.optional(),
  endedAt: Instant.optional(),
  updatedBy: z.string().optional(),
  summary: z.string().optional(),
  error: ErrorDetails.optional(),
  externalExecutionId: z.string().optional(),
  externalExecutionUrl: z.string().optional(),
  overridden: z.boolean().optional(),
  configuration: ConfigurationEntries,
});

const Stage: z.ZodType<domain.TimelineStage> = z.strictObject({
  name: z.string(),
  standing: z.string(),
  startedAt: Instant.optional(),
  endedAt: Instant.optional(),
  retry: StageRetry.optional(),
  waits: z.array(Wait),
  actions: z.array(ActionRun),
  rules: z.array(RuleRun),
  now: z.strictObject({ executionId: z.string(), label: z.string() }).optional(),
  pending: z.array(
    z.strictObject({
      name: z.string(),
      runOrder: z.number().int(),
      category: z.string(),
      provider: z.string(),
    }),
  ),
});

const Failure: z.ZodType<domain.ExecutionFailure> = z.strictObject({
  stage: z.string(),
  action: z.string(),
  attempt: z.number().int().min(1),
  runId: z.string(),
  rule: z.boolean(),
  code: z.string().optional(),
  message: z.string().optional(),
  externalUrl: z.string().optional(),
});

/** Query of GET /api/pipelines/{target}/{pipeline}/executions/{id} */
export const ExecutionDetailQuery = z.strictObject({ compareWith: ExecutionId.optional() });

/** GET /api/pipelines/{target}/{pipeline}/executions/{id} */
export const ExecutionDetailReply = z.strictObject({
  execution: z.strictObject({
    target: z.string(),
    pipeline: z.string(),
    summary: ExecutionSummary,
    /** AWS no longer keeps it, so that its actions are not known. */
    forgotten: z.boolean().optional(),
    pipelineVersion: z.number().int().optional(),
    currentVersion: z.number().int().optional(),
    variables: z.array(
      z.strictObject({ name: z.string(), value: z.string().nullable(), hidden: z.boolean() }),
    ),
    variableUses: VariableUses.optional(),
    stopReason: z.string().optional(),
    supersededBy: z.string().optional(),
    rollbackOf: z.string().optional(),
    causedBy: z.string().optional(),
    rolledBackBy: z.array(z.string()),
    restoredBy: z.array(z.string()),
    stages: z.array(Stage),
    failure: Failure.optional(),
    denied: z.array(z.string()),
    consoleUrl: z.string(),
  }) satisfies z.ZodType<domain.ExecutionDetail>,
  /** With `compareWith`: what differs between the two. */
  comparison: ExecutionComparison.optional(),
  freshness: Freshness,
  now: Instant,
});
export type ExecutionDetailReply = z.infer<typeof ExecutionDetailReply>;
