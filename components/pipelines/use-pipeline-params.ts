import { useSearchParams } from "next/navigation";
import { choose, type StepOptions } from "@/components/ui/address";

/** What a person has opened on the pipeline page, as it stands in the URL. */
export interface PipelineParams {
  /** `Stage/Action` in the panel. */
  action?: string;
  /** Stage in the panel, when no action is. */
  stage?: string;
  /** `Stage/Action` whose approval is being decided. */
  review?: string;
  /** Execution whose approval is meant where several wait. */
  execution?: string;
  /** The stop dialog is open. */
  stop?: string;
  /** Another decision that is open, such as `retry/Prod`. */
  press?: string;
  /** Receipt that is shown. */
  receipt?: string;
}

/** The page's part of the URL. `change` sets what it names and drops what it names undefined. */
export function usePipelineParams() {
  const params: PipelineParams = Object.fromEntries(useSearchParams());
  const { stage, action } = params;
  if (action !== undefined) {
    if (stage !== undefined && !action.includes("/")) params.action = `${stage}/${action}`;
    params.stage = undefined;
  }
  return {
    params,
    // An action's stage may stand in the address beside it, in links from elsewhere.
    change: (patch: PipelineParams, options?: StepOptions) =>
      choose("action" in patch ? { stage: undefined, ...patch } : patch, options),
  };
}
