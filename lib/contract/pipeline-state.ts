import { z } from "zod";
import type * as domain from "@/lib/domain/pipeline-state";
import { WAITING_CAUSES } from "@/lib/domain/waiting";
import { ConfigurationEntries } from "./configuration-entries";
import { ErrorDetails } from "./error-details";
import { ExecutionSummary, Revision } from "./execution";
import { Freshness, Instant } from "./freshness";
import { PipelineRow } from "./pipeline";
import { StageRetry } from "./stage-retry";

const RuleState = z.strictObject({
  name: z.string(),
  standing: z.string(),
  summary: z.string().optional(),
  changedAt: Instant.optional(),
  externalExecutionUrl: z.string().optional(),
  error: ErrorDetails.optional(),
  provider: z.string().optional(),
  endsBy: Instant.optional(),
  opensAt: Instant.optional(),
});

const ConditionState = z.strictObject({
  result: z.string().optional(),
  standing: z.string(),
  summary: z.string().optional(),
  changedAt: Instant.optional(),
  rules: z.array(RuleState),
});

const OpenApproval = z.strictObject({
  executionId: z.string(),
  question: z.string().optional(),
  link: z.string().optional(),
  askedAt: Instant,
  expiresAt: Instant,
  timeoutMs: z.number().int(),
});

const ActionState = z.strictObject({
  name: z.string(),
  runOrder: z.number().int(),
  category: z.string(),
  owner: z.string(),
  provider: z.string(),
  region: z.string().optional(),
  standing: z.string(),
  status: z.string().optional(),
  summary: z.string().optional(),
  percentComplete: z.number().optional(),
  startedAt: Instant.optional(),
  changedAt: Instant.optional(),
  lastUpdatedBy: z.string().optional(),
  executionId: z.string().optional(),
  externalExecutionId: z.string().optional(),
  externalExecutionUrl: z.string().optional(),
  logStreamArn: z.string().optional(),
  error: ErrorDetails.optional(),
  entityUrl: z.string().optional(),
  revisionUrl: z.string().optional(),
  revision: Revision.optional(),
  inputArtifacts: z.array(z.string()),
  outputArtifacts: z.array(z.string()),
  namespace: z.string().optional(),
  configuration: ConfigurationEntries,
  approval: OpenApproval.optional(),
  moreApprovals: z.array(OpenApproval).optional(),
  openRuns: z.number().int().optional(),
});

const InboundExecution = z.strictObject({
  executionId: z.string(),
  label: z.string(),
  kind: z.enum(["run", "person", "track"]),
  status: z.string(),
  executionType: z.string(),
  revisions: z.array(Revision),
});

const HeldUp = z.strictObject({
  cause: z.enum(WAITING_CAUSES),
  lead: z.string().optional(),
  text: z.string(),
  stage: z.string().optional(),
  executionId: z.string().optional(),
  since: Instant.optional(),
  until: Instant.optional(),
  running: z.array(z.strictObject({ action: z.string(), since: Instant })).optional(),
});
const Waiting = HeldUp.extend({ gate: HeldUp.optional() });

const StageState = z.strictObject({
  name: z.string(),
  standing: z.string(),
  percentComplete: z.number().optional(),
  executionId: z.string().optional(),
  executionType: z.string().optional(),
  revision: Revision.optional(),
  changedAt: Instant.optional(),
  inbound: z.array(InboundExecution),
  transition: z.strictObject({
    enabled: z.boolean(),
    reason: z.string().optional(),
    changedBy: z.string().optional(),
    changedAt: Instant.optional(),
  }),
  actions: z.array(ActionState),
  beforeEntry: ConditionState.optional(),
  onSuccess: ConditionState.optional(),
  onFailure: ConditionState.optional(),
  retry: StageRetry.optional(),
  failureResult: z.string().optional(),
  retryMode: z.string().optional(),
  waiting: Waiting.optional(),
});

/** GET /api/pipelines/{target}/{pipeline}/state */
export const PipelineStateReply = z.strictObject({
  state: z.strictObject({
    row: PipelineRow,
    createdAt: Instant.optional(),
    updatedAt: Instant.optional(),
    stages: z.array(StageState),
    waiting: Waiting.optional(),
    onTheLine: z.array(ExecutionSummary),
    finishedLast: z.array(ExecutionSummary),
    denied: z.array(z.string()).optional(),
    consoleUrl: z.string(),
  }) satisfies z.ZodType<domain.PipelineState>,
  /** Of the pipeline's last change: changes up to this version are in `state`. */
  version: z.number().int().nonnegative(),
  freshness: Freshness,
  now: Instant,
});
export type PipelineStateReply = z.infer<typeof PipelineStateReply>;
