import { useSearchParams } from "next/navigation";

/** What a person has set on the activity page, as it stands in the address. */
export interface ActivityParams {
  /** The text of the filter box. */
  q?: string;
  /** `mine`: only what the person who looks has pressed. */
  who?: string;
  /** The receipt that is open, by its id: the address is its permalink. */
  receipt?: string;
}

const KEYS = ["q", "who", "receipt"] as const;

/** `change` sets what it names and drops what it names undefined. */
export function useActivityUrl(): { params: ActivityParams; change: (patch: ActivityParams) => void } {
  const search = useSearchParams();
  const params: ActivityParams = {};
  for (const key of KEYS) params[key] = search.get(key) ?? undefined;
  return {
    params,
    change: (patch) => {
      const next = new URLSearchParams(window.location.search);
      for (const key of KEYS) {
        if (!(key in patch)) continue;
        const value = patch[key];
        if (value === undefined || value === "") next.delete(key);
        else next.set(key, value);
      }
      const words = next.toString().replaceAll("%3A", ":").replaceAll("%2C", ",");
      const { pathname } = window.location;
      window.history.replaceState(null, "", words === "" ? pathname : `${pathname}?${words}`);
    },
  };
}
