import { useSearchParams } from "next/navigation";
import { useMemo } from "react";

export const VIEWS = ["declaration", "changes", "json", "yaml"] as const;
export type StructureView = (typeof VIEWS)[number];

/** What a person has chosen on the structure page, as it stands in the URL. */
export interface StructureParams {
  view: StructureView;
  /** The newest without one. */
  version?: number;
  compareWith?: number;
  /** What the address says of a version that can be none. */
  wrong?: string;
}

/** Reads `?view=changes&version=12&compareWith=11`. */
export function readStructureParams(search: URLSearchParams): StructureParams {
  const asked = search.get("view");
  const [version, compareWith] = [search.get("version"), search.get("compareWith")];
  const wrong = [version, compareWith].find((text) => text !== null && !/^[1-9]\d{0,8}$/.test(text));
  return {
    view: VIEWS.find((each) => each === asked) ?? "declaration",
    ...(wrong !== undefined && wrong !== null
      ? { wrong }
      : {
          ...(version !== null && { version: Number(version) }),
          ...(compareWith !== null && { compareWith: Number(compareWith) }),
        }),
  };
}

/** The search part of the address with other choices; what is named undefined goes. */
export function structureSearch(search: string, patch: Partial<StructureParams>): string {
  const next = new URLSearchParams(search);
  for (const key of ["view", "version", "compareWith"] as const) {
    if (!(key in patch)) continue;
    const value = patch[key];
    if (value === undefined || value === "declaration") next.delete(key);
    else next.set(key, String(value));
  }
  return next.size === 0 ? "" : `?${next}`;
}

/** The page's part of the URL. */
export function useStructureUrl() {
  const search = useSearchParams();
  const params = useMemo(() => readStructureParams(new URLSearchParams(search)), [search]);
  return {
    params,
    change: (patch: Partial<StructureParams>) =>
      window.history.pushState(
        null,
        "",
        window.location.pathname + structureSearch(window.location.search, patch),
      ),
  };
}
