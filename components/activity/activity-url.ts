import { useSearchParams } from "next/navigation";
import { choose } from "@/components/ui/address";

/** What a person has set on the activity page, as it stands in the address. */
export interface ActivityParams {
  /** The text of the filter box. */
  q?: string;
  /** `mine`: only what the person who looks has pressed. */
  who?: string;
  /** The receipt that is open, by its id: the address is its permalink. */
  receipt?: string;
}

/** `change` sets what it names and drops what it names undefined. */
export function useActivityUrl(): { params: ActivityParams; change: (patch: ActivityParams) => void } {
  const params: ActivityParams = Object.fromEntries(useSearchParams());
  return { params, change: (patch) => choose(patch, { replace: true }) };
}
