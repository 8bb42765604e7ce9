import { Age } from "@/components/ui/age";
import type { PipelineRow } from "@/lib/domain/pipeline";
import type { OverviewLayout } from "./overview-layout";
import { PipelineRowLine } from "./pipeline-row-line";
import { PipelineRowName } from "./pipeline-row-name";
import { PipelineRowPress } from "./pipeline-row-press";
import { PipelineRowSentence } from "./pipeline-row-sentence";
import { PipelineRowStatus } from "./pipeline-row-status";
import type { RowPress } from "./row-press";

export interface PipelineRowCardProps {
  row: PipelineRow;
  drained: boolean;
  layout: OverviewLayout;
  showTarget: boolean;
  press?: RowPress;
}

/** A row on a phone: name, slim rail, sentence. */
export function PipelineRowCard({ row, drained, layout, showTarget, press }: PipelineRowCardProps) {
  return (
    <div className="grid h-full grid-cols-[14px_minmax(0,1fr)] content-center gap-x-2 gap-y-0.5">
      <div role="cell" className="flex items-center">
        <PipelineRowStatus row={row} drained={drained} iconOnly />
      </div>
      <div role="cell" className="flex min-w-0 items-center justify-between gap-3">
        <PipelineRowName row={row} drained={drained} showTarget={showTarget} />
        {row.changedAt !== undefined && (
          <Age at={row.changedAt} className="shrink-0 text-secondary text-ink-3" />
        )}
      </div>
      <div role="cell" className="col-start-2 min-w-0">
        <PipelineRowLine row={row} width={layout.railWidth} slim drained={drained} />
      </div>
      <div role="cell" className="col-start-2 flex min-w-0 items-center justify-between gap-2">
        {row.status === null ? (
          <span className="text-secondary text-ink-3">Not read yet</span>
        ) : (
          <PipelineRowSentence row={row} drained={drained} />
        )}
        {press !== undefined && <PipelineRowPress press={press} of={row.name} />}
      </div>
    </div>
  );
}
