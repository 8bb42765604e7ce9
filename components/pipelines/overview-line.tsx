import type { Freshness } from "@/lib/domain/freshness";
import { type HeldOrder, shownRow } from "@/lib/domain/held-order";
import { groupValue } from "@/lib/domain/row-groups";
import type { ShownGroup } from "@/lib/domain/shown-groups";
import type { OverviewData } from "./overview-data";
import { OverviewGroupBanner } from "./overview-group-banner";
import { OverviewGroupHead } from "./overview-group-head";
import type { OverviewItem } from "./overview-groups";
import { OverviewHead } from "./overview-head";
import type { OverviewLayout } from "./overview-layout";
import { OverviewRow } from "./overview-row";

export interface OverviewLineProps {
  item: OverviewItem;
  held: HeldOrder;
  groups: ReadonlyMap<string, ShownGroup>;
  data: OverviewData;
  layout: OverviewLayout;
  changed: ReadonlyMap<string, unknown>;
  /** Whether rows stand under their target. */
  byTarget: boolean;
  /** The tag that rows are grouped by. */
  tagKey: string | undefined;
  folded: ReadonlySet<string>;
  onFold: (folded: ReadonlySet<string>) => void;
}

/** One line of the overview: a head, a banner or a row. */
export function OverviewLine(props: OverviewLineProps) {
  const { item, held, groups, data, layout, changed, byTarget, tagKey, folded, onFold } = props;
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
        showTarget={!byTarget}
      />
    );
  }
  if (item.kind === "banner") {
    const target = data.targets.find(({ id }) => id === item.target);
    const freshness = data.freshnessOf(item.target);
    if (target === undefined || freshness === undefined) return null;
    return (
      <OverviewGroupBanner
        target={target.id}
        name={target.name}
        freshness={freshness}
        pipeline={data.rows.find((row) => row.target === target.id)?.name}
      />
    );
  }
  const { group } = item;
  const shown = groups.get(group);
  const head = {
    rows: shown?.rows ?? 0,
    byStatus: shown?.byStatus,
    folded: folded.has(group),
    onFold: () => {
      const next = new Set(folded);
      if (!next.delete(group)) next.add(group);
      onFold(next);
    },
  };
  const heard = data.silence !== "stale";
  if (tagKey !== undefined) {
    const value = groupValue(group);
    const name = (
      <>
        <span className="font-normal text-ink-3">
          {value === undefined ? "no tag " : ""}
          {tagKey}{" "}
        </span>
        {value !== undefined && <bdi>{value === "" ? "without a value" : value}</bdi>}
      </>
    );
    const trusted = heard && data.targets.every(({ id }) => isTrusted(data.freshnessOf(id)));
    return <OverviewHead {...head} name={name} trusted={trusted} />;
  }
  const target = data.targets.find(({ id }) => id === group);
  const freshness = data.freshnessOf(group);
  if (target === undefined || freshness === undefined) return null;
  return (
    <OverviewGroupHead
      {...head}
      target={{ ...target, freshness }}
      trusted={heard && isTrusted(freshness)}
      silent={data.silence !== "none"}
    />
  );
}

function isTrusted(freshness: Freshness | undefined): boolean {
  return freshness?.kind === "live" || freshness?.kind === "catching-up";
}
