import clsx from "clsx";
import { useDrained } from "@/components/pipelines/drained";
import { SidePanelPlace } from "@/components/ui/side-panel-place";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusText } from "@/components/ui/status-text";
import { statusWord } from "@/components/ui/status-word";
import { RunPanelTimes } from "./run-panel-times";
import type { SelectedRun } from "./timeline-selection";

export interface RunPanelHeadProps {
  selected: SelectedRun;
  titleId: string;
  onClose: () => void;
}

/** Which run it is and how it stands. */
export function RunPanelHead({ selected, titleId, onClose }: RunPanelHeadProps) {
  const drained = useDrained();
  const { stage, kind, run } = selected;
  const order = kind === "action" ? `, run order ${run.runOrder}` : ", rule";
  return (
    <header className="flex flex-col gap-1 px-4 pt-2.5 pb-3">
      <SidePanelPlace closeLabel="Close" onClose={onClose}>
        {stage.name}
        {order}
      </SidePanelPlace>
      <h2 id={titleId} className="flex min-w-0 items-center gap-2 text-section text-ink">
        <StatusIcon standing={run.standing} size={18} drained={drained} decorative />
        <span className="truncate" title={run.name}>
          {run.name}
        </span>
        <span className="shrink-0 text-secondary font-normal text-ink-3">{run.provider}</span>
      </h2>
      <p className="flex flex-wrap items-center gap-x-2 text-secondary text-ink-2">
        <span className={clsx("font-medium", statusText(run.standing, { calm: true, drained }))}>
          {statusWord(run.standing, { drained })}
        </span>
        <RunPanelTimes run={run} />
      </p>
    </header>
  );
}
