import { type HeldOrder, shownRow } from "@/lib/domain/held-order";
import type { ShownGroup } from "@/lib/domain/shown-groups";
import type { OverviewData } from "./overview-data";
import { OverviewGroupBanner } from "./overview-group-banner";
import { OverviewGroupHead } from "./overview-group-head";
import type { OverviewItem } from "./overview-groups";
import type { OverviewLayout } from "./overview-layout";
import { OverviewRow } from "./overview-row";

export interface OverviewLineProps {
  item: OverviewItem;
  held: HeldOrder;
  groups: ReadonlyMap<string, ShownGroup>;
  data: OverviewData;
  layout: OverviewLayout;
  changed: ReadonlyMap<string, unknown>;
  grouped: boolean;
  folded: ReadonlySet<string>;
  onFold: (folded: ReadonlySet<string>) => void;
}

/** One line of the overview: a head, a banner or a row. */
export function OverviewLine({
  item,
  held,
  groups,
  data,
  layout,
  changed,
  grouped,
  folded,
  onFold,
}: OverviewLineProps) {
  if (item.kind === "row") {
    const row = shownRow(held, item.key);
    if (row === undefined) return null;
    return (
      <OverviewRow
        row={row}
        layout={layout}
        freshness={data.freshnessOf(row.target)}
        repliedAt={data.repliedAt ?? ""}
        gone={held.gone.has(item.key)}
        changed={changed.has(item.key)}
        showTarget={!grouped}
      />
    );
  }
  const target = data.targets.find(({ id }) => id === item.target);
  const freshness = data.freshnessOf(item.target);
  if (target === undefined || freshness === undefined) return null;
  const shown = groups.get(target.id);
  if (item.kind === "banner") {
    return (
      <OverviewGroupBanner
        target={target.id}
        name={target.name}
        freshness={freshness}
        pipeline={shown?.pipeline}
      />
    );
  }
  const fold = () => {
    const next = new Set(folded);
    if (!next.delete(target.id)) next.add(target.id);
    onFold(next);
  };
  return (
    <OverviewGroupHead
      target={{ ...target, freshness }}
      rows={shown?.rows ?? 0}
      byStatus={shown?.byStatus}
      folded={folded.has(target.id)}
      trusted={(freshness.kind === "live" || freshness.kind === "catching-up") && data.silence !== "stale"}
      silent={data.silence !== "none"}
      onFold={fold}
    />
  );
}
