import { revisionsOf } from "@/components/approvals/revisions-of";
import type { ExecutionDetail, TimelineStage } from "@/lib/domain/execution-detail";
import { executionLabel } from "@/lib/domain/execution-label";
import type { ActionState, PipelineState, StageState } from "@/lib/domain/pipeline-state";
import type { Revision } from "@/lib/domain/revision";
import { type RetryMode, whyNotRetry } from "@/lib/domain/why-not-retry";

/** A stage as far as a retry asks. */
export type RetryStage = Pick<StageState, "name" | "standing" | "changedAt"> & {
  actions: Array<Pick<ActionState, "name" | "standing" | "provider" | "configuration">>;
};

/** What a retry of a stage is about, as the page knows it. */
export interface RetryFacts {
  stage: RetryStage;
  executionId: string;
  label: string;
  revisions: Revision[];
  /** Stages in front of it. */
  before: RetryStage[];
  /** Where the execution goes on to when it succeeds. */
  next?: string;
  /** Actions each mode runs again; those behind them by run order follow. */
  runs: Record<RetryMode, string[]>;
}

/** Finds the run that a stage shows; undefined when nothing has run there. */
export function retryFacts(state: PipelineState, stageName: string): RetryFacts | undefined {
  const at = state.stages.findIndex(({ name }) => name === stageName);
  const stage = state.stages[at];
  if (stage?.executionId === undefined) return undefined;
  const { executionId } = stage;
  return toFacts(state.stages, at, { stage, executionId, revisions: revisionsOf(state, stage, executionId) });
}

/**
 * The same of one execution among several that were in the stage, as its own page knows it: in PARALLEL mode a stage
 * shows only the one that entered it last. Its changes are not told, so AWS alone says whether it failed again since.
 */
export function retryFactsOf(execution: ExecutionDetail, stageName: string): RetryFacts | undefined {
  const { id: executionId, revisions } = execution.summary;
  const stages = execution.stages.map(toRetryStage);
  const at = stages.findIndex(({ name }) => name === stageName);
  const stage = stages[at];
  return stage && toFacts(stages, at, { stage, executionId, revisions });
}

function toRetryStage({ name, standing, actions }: TimelineStage): RetryStage {
  const latest = new Map(actions.map((run) => [run.name, run]));
  return {
    name,
    standing,
    actions: [...latest.values()].map(({ name: action, standing: of, provider, resolvedConfiguration }) => ({
      name: action,
      standing: of,
      provider,
      configuration: resolvedConfiguration,
    })),
  };
}

function toFacts(
  stages: readonly RetryStage[],
  at: number,
  { stage, executionId, revisions }: Pick<RetryFacts, "stage" | "executionId" | "revisions">,
): RetryFacts {
  const again = stage.actions.filter(({ standing }) => standing === "Failed" || standing === "Abandoned");
  return {
    stage,
    executionId,
    label: executionLabel(executionId, revisions),
    revisions,
    before: stages.slice(0, at),
    next: stages[at + 1]?.name,
    runs: {
      FAILED_ACTIONS: again.map(({ name }) => name),
      ALL_ACTIONS: stage.actions.map(({ name }) => name),
    },
  };
}

/** What to tell when the stage is no longer as it was opened; undefined while it is. */
export function retryMoved(opened: RetryFacts, now: RetryFacts | undefined): string | undefined {
  const { stage, label } = opened;
  if (now === undefined) return `${stage.name} shows no run any more.`;
  if (now.executionId !== opened.executionId) return `${now.label} is in ${stage.name} now, not ${label}.`;
  if (now.stage.changedAt === stage.changedAt && now.stage.standing === stage.standing) return undefined;
  return whyNotRetry(now.stage, "FAILED_ACTIONS")?.why ?? `${stage.name} changed since this was opened.`;
}
