import { useSearchParams } from "next/navigation";
import type { PipelineParams } from "@/components/pipelines/use-pipeline-params";

/** What a person has set in the inbox, as it stands in the address. */
export interface InboxParams extends PipelineParams {
  /** Id of the item in the preview. */
  item?: string;
  /** `all`: also what others have to settle. */
  view?: string;
  /** Items of this target alone. */
  target?: string;
}

const KEYS = ["item", "view", "target", "action", "review", "execution", "stop", "press", "receipt"] as const;

export type ChangeInboxParams = (patch: InboxParams, options?: { replace?: boolean }) => void;

/** `change` sets what it names and drops what it names undefined; `replace` leaves no step in the history. */
export function useInboxParams(): { params: InboxParams; change: ChangeInboxParams } {
  const search = useSearchParams();
  const params: InboxParams = {};
  for (const key of KEYS) params[key] = search.get(key) ?? undefined;
  return {
    params,
    change: (patch, { replace = false } = {}) => {
      const url = inboxAddress(patch, window.location.search);
      if (replace) window.history.replaceState(null, "", url);
      else window.history.pushState(null, "", url);
    },
  };
}

/** The inbox's address after a change of the query of another. */
export function inboxAddress(patch: InboxParams, search = ""): string {
  const next = new URLSearchParams(search);
  for (const key of KEYS) {
    if (!(key in patch)) continue;
    const value = patch[key];
    if (value === undefined) next.delete(key);
    else next.set(key, value);
  }
  const words = next.toString().replaceAll("%2F", "/").replaceAll("%3A", ":");
  return words === "" ? "/inbox" : `/inbox?${words}`;
}
