import { useSearchParams } from "next/navigation";

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

const KEYS = ["action", "stage", "review", "execution", "stop", "press", "receipt"] as const;

/**
 * The page's part of the URL. `change` sets what it names and drops what it names undefined; `replace` leaves no step
 * in the history, so that Back leads to where a person was and not through every arrow key.
 */
export function usePipelineParams() {
  const search = useSearchParams();
  const params: PipelineParams = {};
  for (const key of KEYS) {
    params[key] = search.get(key) ?? undefined;
  }
  const stage = search.get("stage");
  const action = search.get("action");
  if (stage !== null && action !== null && !action.includes("/")) {
    params.action = `${stage}/${action}`;
  }
  if (params.action !== undefined) params.stage = undefined;
  return {
    params,
    change: (patch: PipelineParams, options: { replace?: boolean } = {}) => {
      const next = new URLSearchParams(window.location.search);
      for (const key of KEYS) {
        if (key in patch) {
          const value = patch[key];
          if (value === undefined) next.delete(key);
          else next.set(key, value);
        }
      }
      if ("action" in patch && patch.stage === undefined) next.delete("stage");
      const query = next.toString().replaceAll("%2F", "/");
      const url = `${window.location.pathname}${query === "" ? "" : `?${query}`}`;
      if (options.replace) window.history.replaceState(null, "", url);
      else window.history.pushState(null, "", url);
    },
  };
}
