import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { searchWith, showSearch } from "@/components/ui/address";

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
    const { search } = window.location;
    const asked = searchWith(search, {
      ...(q !== undefined && { q }),
      // Other groups have other ids.
      ...(group !== undefined && { group: group === "target" ? "" : group, fold: "" }),
      ...(next !== undefined && { fold: printFold(next) }),
    });
    if (asked !== search) showSearch(asked, { replace: true });
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
