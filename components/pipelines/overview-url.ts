import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";

export type Grouping = "target" | "none";

export interface OverviewUrl {
  /** Text of the filter box. */
  q: string;
  group: Grouping;
  /** Target ids whose groups are folded. */
  folded: ReadonlySet<string>;
  change: (change: { q?: string; group?: Grouping; fold?: ReadonlySet<string> }) => void;
}

/** What a person has set on the overview, kept in the address: `?q=`, `?group=none`, `?fold=prod-eu,dev-eu`. */
export function useOverviewUrl(): OverviewUrl {
  const params = useSearchParams();
  const fold = params.get("fold") ?? "";
  const folded = useMemo(() => new Set(fold.split(",").filter((id) => id !== "")), [fold]);

  const change = useCallback<OverviewUrl["change"]>(({ q, group, fold: next }) => {
    const url = new URL(window.location.href);
    const set = (name: string, value: string | undefined) => {
      if (value === undefined) return;
      if (value === "") url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    };
    set("q", q);
    set("group", group === "target" ? "" : group);
    set("fold", next && [...next].join(","));
    if (url.href !== window.location.href) window.history.replaceState(null, "", url);
  }, []);

  return {
    q: params.get("q") ?? "",
    group: params.get("group") === "none" ? "none" : "target",
    folded,
    change,
  };
}
