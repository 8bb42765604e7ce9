import { useSearchParams } from "next/navigation";
import type { PipelineParams } from "@/components/pipelines/use-pipeline-params";

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

export type ChangeExecutionParams = (patch: ExecutionParams, options?: { replace?: boolean }) => void;

const KEYS = [
  "action",
  "rule",
  "stage",
  "attempt",
  "fold",
  "range",
  "view",
  "closed",
  "open",
  "review",
  "execution",
  "stop",
  "press",
  "receipt",
] as const;

/** The page's part of the URL; `change` sets what it names and drops what it names undefined. */
export function useExecutionParams(): { params: ExecutionParams; change: ChangeExecutionParams } {
  const search = useSearchParams();
  const params: ExecutionParams = {};
  for (const key of KEYS) params[key] = search.get(key) ?? undefined;
  return {
    params,
    change: (patch, { replace = false } = {}) => {
      const url = window.location.pathname + executionSearch(window.location.search, patch);
      if (replace) window.history.replaceState(null, "", url);
      else window.history.pushState(null, "", url);
    },
  };
}

/** The search part of an address after a change: `?action=Prod/deploy-eu&attempt=2`, empty when nothing is set. */
export function executionSearch(search: string, patch: ExecutionParams): string {
  const next = new URLSearchParams(search);
  for (const key of KEYS) {
    if (!(key in patch)) continue;
    const value = patch[key];
    if (value === undefined || value === "") next.delete(key);
    else next.set(key, value);
  }
  const words = next.toString().replaceAll("%2F", "/").replaceAll("%2C", ",");
  return words === "" ? "" : `?${words}`;
}
