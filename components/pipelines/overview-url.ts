import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";

/** By target, not at all, or by a tag's key; `tag:` alone is by a tag that is still to be chosen. */
export type Grouping = "target" | "none" | `tag:${string}`;

export interface OverviewUrl {
  /** Text of the filter box. */
  q: string;
  group: Grouping;
  /** Ids of the groups that are folded. */
  folded: ReadonlySet<string>;
  change: (change: { q?: string; group?: Grouping; fold?: ReadonlySet<string> }) => void;
}

/** What a person has set on the overview, kept in the address: `?q=`, `?group=tag:team`, `?fold=prod-eu,dev-eu`. */
export function useOverviewUrl(): OverviewUrl {
  const params = useSearchParams();
  const fold = params.get("fold");
  const folded = useMemo(() => readFold(fold), [fold]);

  const change = useCallback<OverviewUrl["change"]>(({ q, group, fold: next }) => {
    const url = new URL(window.location.href);
    const set = (name: string, value: string | undefined) => {
      if (value === undefined) return;
      if (value === "") url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    };
    set("q", q);
    set("group", group === "target" ? "" : group);
    if (next !== undefined) set("fold", printFold(next));
    // Other groups have other ids.
    else if (group !== undefined) set("fold", "");
    if (url.href !== window.location.href) window.history.replaceState(null, "", url);
  }, []);

  return { q: params.get("q") ?? "", group: readGrouping(params.get("group")), folded, change };
}

function readGrouping(group: string | null): Grouping {
  if (group === "none") return "none";
  return group?.startsWith("tag:") ? `tag:${group.slice(4)}` : "target";
}

/** Ids as they stand in the address: commas between them, those in them escaped; without the tag is a minus. */
export function printFold(ids: ReadonlySet<string>): string {
  return [...ids].map((id) => (id === "" ? "-" : id.replace(/[%,]/g, encodeURIComponent))).join(",");
}

export function readFold(text: string | null): ReadonlySet<string> {
  const ids = (text ?? "").split(",").filter((id) => id !== "");
  return new Set(ids.map((id) => (id === "-" ? "" : id.replaceAll("%2C", ",").replaceAll("%25", "%"))));
}
