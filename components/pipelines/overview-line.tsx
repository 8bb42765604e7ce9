import type { HeldOrder } from "@/lib/domain/row-order";
import type { OverviewData } from "./overview-data";
import { OverviewGroupBanner } from "./overview-group-banner";
import { OverviewGroupHead } from "./overview-group-head";
import type { OverviewItem } from "./overview-groups";
import type { OverviewLayout } from "./overview-layout";
import { PipelineRow } from "./pipeline-row";

export interface OverviewLineProps {
  item: OverviewItem;
  held: HeldOrder;
  data: OverviewData;
  layout: OverviewLayout;
  changed: ReadonlySet<string>;
  grouped: boolean;
  folded: ReadonlySet<string>;
  onFold: (folded: ReadonlySet<string>) => void;
}

/** One line of the overview: a head, a banner or a row. */
export function OverviewLine({
  item,
  held,
  data,
  layout,
  changed,
  grouped,
  folded,
  onFold,
}: OverviewLineProps) {
  if (item.kind === "row") {
    const row = held.rows.get(item.key);
    if (row === undefined) return null;
    return (
      <PipelineRow
        row={row}
        layout={layout}
        drained={data.drained(row)}
        gone={held.gone.has(item.key)}
        changed={changed.has(item.key)}
        showTarget={!grouped}
      />
    );
  }
  const target = data.targets.find(({ id }) => id === item.target);
  const freshness = data.freshnessOf(item.target);
  if (target === undefined || freshness === undefined) return null;
  const rows = [...held.rows.values()].filter((row) => row.target === target.id);
  if (item.kind === "banner") {
    return (
      <OverviewGroupBanner
        target={target.id}
        name={target.name}
        freshness={freshness}
        pipeline={rows[0]?.name}
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
      rows={rows}
      folded={folded.has(target.id)}
      trusted={(freshness.kind === "live" || freshness.kind === "catching-up") && data.silence !== "stale"}
      silent={data.silence !== "none"}
      onFold={fold}
    />
  );
}
