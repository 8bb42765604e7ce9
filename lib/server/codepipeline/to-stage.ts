import "server-only";
import type {
  StageDeclaration as AwsStageDeclaration,
  StageExecution as AwsStageExecution,
  StageState as AwsStageState,
} from "@aws-sdk/client-codepipeline";
import { executionLabel } from "@/lib/domain/execution-label";
import type { UnplacedExecution } from "@/lib/domain/execution-place";
import type { ActionState, InboundExecution, StageState, Transition } from "@/lib/domain/pipeline-state";
import { principalName } from "@/lib/domain/principal-name";
import { stageStanding } from "@/lib/domain/stage-standing";
import type { ActionRuns } from "./action-runs";
import { instant, integer, objects, text } from "./lenient";
import { toAction } from "./to-action";
import { toOpenApproval } from "./to-approval";
import { toCondition } from "./to-condition";

/** What is known about one stage. */
export interface StageFacts {
  name: string;
  state?: AwsStageState;
  declared?: AwsStageDeclaration;
  executions: ReadonlyMap<string, UnplacedExecution>;
  runs: ActionRuns;
  parallel: boolean;
  nowMs: number;
}

/**
 * One stage with its latest run. In PARALLEL mode, where GetPipelineState holds no runs, it shows the execution that
 * entered it last, from its actions; an action that still runs in another execution shows that one.
 */
export function toStage(facts: StageFacts): StageState {
  const { name, state, declared } = facts;
  const latest = text(state?.latestExecution?.pipelineExecutionId);
  const executionId = latest ?? (facts.parallel ? facts.runs.newestIn(name) : undefined);
  const actions = toActions(facts, executionId);
  const beforeEntry = toCondition(state?.beforeEntryConditionState, declared?.beforeEntry?.conditions);
  const onSuccess = toCondition(state?.onSuccessConditionState, declared?.onSuccess?.conditions);
  const onFailure = toCondition(state?.onFailureConditionState, declared?.onFailure?.conditions);
  const ran = executionId === undefined ? undefined : facts.runs.stagesOf(executionId).get(name);
  const status =
    text(state?.latestExecution?.status) ?? (latest === undefined && ran === "Approval" ? "InProgress" : ran);
  const standing = stageStanding({
    status: latest === undefined ? status : (status ?? "Unknown"),
    actions,
    beforeEntry,
    onSuccess,
  });
  const changes = [...actions, beforeEntry, onSuccess, onFailure].map((part) => part?.changedAt ?? "");
  return {
    name,
    standing,
    percentComplete: status === "InProgress" ? percentOf(actions) : undefined,
    executionId,
    executionType: text(state?.latestExecution?.type) ?? executionType(facts, executionId),
    revision: executionId === undefined ? undefined : facts.executions.get(executionId)?.revisions[0],
    changedAt: changes.sort().at(-1) || undefined,
    inbound: toInbound(facts),
    transition: toTransition(state),
    actions,
    beforeEntry,
    onSuccess,
    onFailure,
    retry: toRetry(state),
    failureResult: text(declared?.onFailure?.result) ?? onFailure?.result,
    retryMode: text(declared?.onFailure?.retryConfiguration?.retryMode),
  };
}

function toActions(facts: StageFacts, executionId: string | undefined): ActionState[] {
  const { state, declared, runs, executions, nowMs } = facts;
  const states = objects(state?.actionStates);
  const declarations = objects(declared?.actions);
  const names = new Set([
    ...declarations.map((action) => action.name),
    ...states.map((action) => action.actionName),
  ]);
  const actions = [...names].flatMap((candidate) => {
    const name = text(candidate);
    if (name === undefined) return [];
    const open = facts.parallel ? runs.open(facts.name, name) : [];
    const shown = text(open.at(-1)?.pipelineExecutionId) ?? executionId;
    const action = toAction({
      name,
      state: states.find((item) => item.actionName === name),
      declared: declarations.find((item) => item.name === name),
      run: runs.of(shown, facts.name, name),
      executionId: shown,
      revisions: shown === undefined ? [] : (executions.get(shown)?.revisions ?? []),
      nowMs,
    });
    const counted = open.length > 1 ? { ...action, openRuns: open.length } : action;
    return facts.parallel ? withEveryApproval(counted, facts) : counted;
  });
  return actions.sort((a, b) => a.runOrder - b.runOrder);
}

/** In PARALLEL mode several executions can wait at one action; the one that waits longest is `approval`. */
function withEveryApproval(action: ActionState, { name, declared, runs, nowMs }: StageFacts): ActionState {
  const declaration = objects(declared?.actions).find((item) => item.name === action.name);
  const approvals = runs.openApprovals(name, action.name).flatMap((run) => {
    const executionId = text(run.pipelineExecutionId);
    const askedAtMs = Date.parse(instant(run.startTime) ?? "");
    if (executionId === undefined) return [];
    return toOpenApproval(executionId, Number.isNaN(askedAtMs) ? nowMs : askedAtMs, declaration, run);
  });
  const [approval, ...moreApprovals] = approvals;
  if (!approval) return action;
  return {
    ...action,
    standing: "Approval",
    approval,
    ...(moreApprovals.length > 0 ? { moreApprovals } : {}),
  };
}

function toInbound({ state, executions }: StageFacts): InboundExecution[] {
  const list = objects(state?.inboundExecutions);
  const inbound: AwsStageExecution[] =
    list.length > 0 || !state?.inboundExecution ? list : [state.inboundExecution];
  return inbound.flatMap((waiting) => {
    const executionId = text(waiting.pipelineExecutionId);
    if (executionId === undefined) return [];
    const execution = executions.get(executionId);
    const revisions = execution?.revisions ?? [];
    return {
      executionId,
      label: executionLabel(executionId, revisions),
      kind: "track",
      status: text(waiting.status) ?? "InProgress",
      executionType: text(waiting.type) ?? execution?.executionType ?? "STANDARD",
      revisions,
    };
  });
}

function executionType({ executions }: StageFacts, executionId: string | undefined): string | undefined {
  return executionId === undefined ? undefined : (executions.get(executionId)?.executionType ?? "STANDARD");
}

function toTransition(state: AwsStageState | undefined): Transition {
  const aws = state?.inboundTransitionState;
  const by = text(aws?.lastChangedBy);
  return {
    enabled: aws?.enabled !== false,
    reason: text(aws?.disabledReason),
    changedBy: by === undefined ? undefined : principalName(by),
    changedAt: instant(aws?.lastChangedAt),
  };
}

function toRetry(state: AwsStageState | undefined): StageState["retry"] {
  const aws = state?.retryStageMetadata;
  const automatic = integer(aws?.autoStageRetryAttempt) ?? 0;
  const manual = integer(aws?.manualStageRetryAttempt) ?? 0;
  const latestTrigger = text(aws?.latestRetryTrigger);
  return automatic === 0 && manual === 0 && latestTrigger === undefined
    ? undefined
    : { automatic, manual, latestTrigger };
}

/** Only when every running action has a percentage: their mean, rounded down. */
function percentOf(actions: readonly ActionState[]): number | undefined {
  const running = actions.filter((action) => action.standing === "InProgress");
  const percents = running.flatMap((action) => action.percentComplete ?? []);
  if (running.length === 0 || percents.length < running.length) return undefined;
  return Math.floor(percents.reduce((sum, value) => sum + value, 0) / percents.length);
}
