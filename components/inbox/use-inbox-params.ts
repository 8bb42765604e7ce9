import { useSearchParams } from "next/navigation";
import type { PipelineParams } from "@/components/pipelines/use-pipeline-params";
import { choose, type StepOptions, searchWith } from "@/components/ui/address";

/** What a person has set in the inbox, as it stands in the address. */
export interface InboxParams extends PipelineParams {
  /** Id of the item in the preview. */
  item?: string;
  /** `all`: also what others have to settle. */
  view?: string;
  /** Items of this target alone. */
  target?: string;
}

export type ChangeInboxParams = (patch: InboxParams, options?: StepOptions) => void;

/** `change` sets what it names and drops what it names undefined. */
export function useInboxParams(): { params: InboxParams; change: ChangeInboxParams } {
  const params: InboxParams = Object.fromEntries(useSearchParams());
  return { params, change: choose };
}

/** The inbox with this opened alone. */
export function inboxAddress(params: InboxParams): string {
  return `/inbox${searchWith("", params)}`;
}
