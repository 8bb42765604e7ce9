import { Segmented } from "@/components/ui/segmented";
import { tagKeys } from "@/lib/domain/filter-values";
import type { TagBook } from "@/lib/domain/pipeline-tags";
import type { Grouping } from "./overview-url";

const KINDS = [
  { value: "target", label: "Target" },
  { value: "tag:", label: "Tag" },
  { value: "none", label: "None" },
] as const;

export interface OverviewGroupingProps {
  group: Grouping;
  /** The tag that rows are grouped by, once it is known which there are. */
  tagKey: string | undefined;
  tags: TagBook;
  onChange: (group: Grouping) => void;
}

/** What the rows are put together by; by a tag, which one. */
export function OverviewGrouping({ group, tagKey, tags, onChange }: OverviewGroupingProps) {
  const byTag = group !== "target" && group !== "none";
  const keys = byTag ? tagKeys(tags) : [];
  return (
    <div className="flex items-center gap-2">
      {byTag && keys.length > 0 && (
        <select
          aria-label="Tag to group by"
          value={tagKey}
          onChange={(event) => onChange(`tag:${event.target.value}`)}
          className="h-7 max-w-40 rounded-control border border-line-3 bg-surface px-1.5 text-secondary text-ink"
        >
          {tagKey !== undefined && !keys.includes(tagKey) && <option value={tagKey}>{tagKey}</option>}
          {keys.map((key) => (
            <option key={key} value={key}>
              {key}
            </option>
          ))}
        </select>
      )}
      <Segmented label="Group by" options={KINDS} value={byTag ? "tag:" : group} onChange={onChange} />
    </div>
  );
}
