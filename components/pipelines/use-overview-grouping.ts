import { useMemo } from "react";
import { tagKeys } from "@/lib/domain/filter-values";
import type { PipelineFilter } from "@/lib/domain/pipeline-filter";
import type { TagBook } from "@/lib/domain/pipeline-tags";
import { groupsByTag, groupsByTarget, type RowGroups } from "@/lib/domain/row-groups";
import { bookOf, useTags } from "@/lib/queries/tag-queries";
import type { Grouping } from "./overview-url";

export interface OverviewGrouped {
  /** Null when rows are not grouped. */
  groups: RowGroups | null;
  /** What the numbers of rows are counted by. */
  counted: RowGroups;
  /** The tag that rows are grouped by. */
  tagKey: string | undefined;
  /** Empty while nobody needs them. */
  book: TagBook;
  /** Of how many pipelines the tags are known: with more of them rows go to other places. */
  known: number;
  /** Whether the filter or the groups are about tags. */
  aboutTags: boolean;
}

/** How rows are put together. Tags are asked for when filter or groups are about them. */
export function useOverviewGrouping(
  group: Grouping,
  filter: PipelineFilter,
  targets: string,
): OverviewGrouped {
  const byTag = group !== "target" && group !== "none";
  const filters = filter.terms.some((term) => term.kind === "token" && term.key === "tag");
  const aboutTags = byTag || filters;
  const { tags } = useTags(aboutTags);
  const book = bookOf(aboutTags ? tags : undefined);
  const named = byTag ? group.slice("tag:".length) : "";
  const tagKey = !byTag ? undefined : named === "" ? tagKeys(book)[0] : named;
  const byTarget = useMemo(() => groupsByTarget(targets.split("\n").filter(Boolean)), [targets]);
  const tagged = useMemo(() => (tagKey === undefined ? null : groupsByTag(book, tagKey)), [book, tagKey]);
  const groups = group === "target" ? byTarget : tagged;
  return { groups, counted: groups ?? byTarget, tagKey, book, known: tags?.count ?? 0, aboutTags };
}
