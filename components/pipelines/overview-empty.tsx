"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusIcon } from "@/components/ui/status-icon";
import { countOf } from "@/lib/domain/count-words";
import type { Freshness } from "@/lib/domain/freshness";
import type { Instant } from "@/lib/domain/instant";
import { isRowDrained } from "@/lib/domain/is-row-drained";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { useAtNow } from "@/lib/queries/server-now";

const SAMPLE = `targets:
  - id: prod-eu
    name: prod-eu
    account: "444455556666"
    region: eu-west-1`;

export interface OverviewEmptyProps {
  targets: number;
  /** Those there are without the filter. */
  rows: readonly PipelineRow[];
  freshnessOf: (target: string) => Freshness | undefined;
  /** When our own server last answered. */
  repliedAt: Instant;
  /** Targets whose list was not read yet. */
  unread: number;
  q: string;
  onClear: () => void;
}

/** No row to show: because there is no target, no pipeline, or none that passes the filter. */
export function OverviewEmpty(props: OverviewEmptyProps) {
  const { targets, rows, freshnessOf, repliedAt, unread, q, onClear } = props;
  const total = rows.length;
  const uncertain = useAtNow(
    (now) =>
      rows.filter(
        (row) =>
          row.status === null || isRowDrained(row, { freshness: freshnessOf(row.target), repliedAt }, now),
      ).length,
  );
  if (targets === 0) {
    return (
      <EmptyState
        icon={<StatusIcon standing="NotYetRun" size={18} decorative />}
        title="No targets yet"
        code={SAMPLE}
      >
        <p>
          A target is one account in one region. Add one to{" "}
          <code className="font-mono text-secondary">pipedeck.config.yaml</code> and start again.
        </p>
      </EmptyState>
    );
  }
  if (total === 0) {
    return (
      <EmptyState
        icon={<StatusIcon standing="NotYetRun" size={18} decorative />}
        title={`No pipelines in ${countOf(targets, "target")}`}
      >
        <p>
          {unread > 0
            ? `${countOf(unread, "target")} of them could not be read yet, so this may not be the whole truth.`
            : "AWS lists none there, or include and exclude of the configuration leave none."}
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<StatusIcon standing={uncertain > 0 ? "NotYetRun" : "Succeeded"} size={18} decorative />}
      title={`Nothing matches “${q}”`}
      actions={<Button onClick={onClear}>Clear filter</Button>}
    >
      <p>
        None of {countOf(total, "pipeline")} passes this filter.
        {uncertain > 0 &&
          ` ${countOf(uncertain, "of them is", "of them are")} old or not read yet, so this may not be the whole truth.`}
      </p>
    </EmptyState>
  );
}
