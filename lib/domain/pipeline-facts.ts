import type { ExecutionSummary } from "./execution";
import type { StageState } from "./pipeline-state";
import type { Standing } from "./standing";

/** What a pipeline's sentence is made from. */
export interface PipelineFacts {
  headline: Standing;
  executionMode: string;
  /** In pipeline order. */
  stages: readonly StageState[];
  /** Newest first. */
  executions: readonly ExecutionSummary[];
}
