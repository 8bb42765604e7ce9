import { useSearchParams } from "next/navigation";
import type { PipelineParams } from "@/components/pipelines/use-pipeline-params";
import { choose, type StepOptions, searchWith } from "@/components/ui/address";

/** What a person has opened on an execution's page, as it stands in the URL. */
export interface ExecutionParams extends PipelineParams {
  /** `Stage/Rule` in the panel; an action stands in `action`. */
  rule?: string;
  /** A stage that is pointed at. */
  stage?: string;
  /** Which run of it, from 1; the last without. */
  attempt?: string;
  /** `off`: long waits are drawn as long as they were. */
  fold?: string;
  /** Part of the time axis that is shown, in seconds from its start: `120-480`; all of it without. */
  range?: string;
  /** `table`: the timeline in words. */
  view?: string;
  /** Stages that are closed though they would be open, by name with commas between. */
  closed?: string;
  /** Stages that are open though they would be closed. */
  open?: string;
}

export type ChangeExecutionParams = (patch: ExecutionParams, options?: StepOptions) => void;

/** The page's part of the URL; `change` sets what it names and drops what it names undefined. */
export function useExecutionParams(): { params: ExecutionParams; change: ChangeExecutionParams } {
  const params: ExecutionParams = Object.fromEntries(useSearchParams());
  return { params, change: choose };
}

/** The address of an execution's page with this opened alone: `?action=Prod/deploy-eu&attempt=2`. */
export function executionSearch(params: ExecutionParams): string {
  return searchWith("", params);
}
