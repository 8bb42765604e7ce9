import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { searchWith, showSearch } from "@/components/ui/address";

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
  const { view, version, compareWith } = patch;
  return searchWith(search, {
    ...("view" in patch && { view: view === "declaration" ? undefined : view }),
    ...("version" in patch && { version: version?.toString() }),
    ...("compareWith" in patch && { compareWith: compareWith?.toString() }),
  });
}

/** The page's part of the URL. */
export function useStructureUrl() {
  const search = useSearchParams();
  const params = useMemo(() => readStructureParams(new URLSearchParams(search)), [search]);
  return {
    params,
    change: (patch: Partial<StructureParams>) => showSearch(structureSearch(window.location.search, patch)),
  };
}
