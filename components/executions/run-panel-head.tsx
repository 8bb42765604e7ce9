import clsx from "clsx";
import Link from "next/link";
import { actionKey } from "@/components/pipelines/action-selection";
import { useDrained } from "@/components/pipelines/drained";
import { ExternalLink } from "@/components/ui/external-link";
import { SidePanelPlace } from "@/components/ui/side-panel-place";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusText } from "@/components/ui/status-text";
import { statusWord } from "@/components/ui/status-word";
import { logConsoleUrl } from "@/lib/domain/console-url";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import { pipelinePath } from "@/lib/domain/pipeline-path";
import { RunPanelAttempts } from "./run-panel-attempts";
import { RunPanelTimes } from "./run-panel-times";
import type { SelectedRun } from "./timeline-selection";
import type { ChangeExecutionParams } from "./use-execution-params";

export interface RunPanelHeadProps {
  execution: ExecutionDetail;
  selected: SelectedRun;
  titleId: string;
  onClose: () => void;
  onSelect: ChangeExecutionParams;
}

/** Which run it is, how it stands, its other attempts, and where to read on or decide. */
export function RunPanelHead({ execution, selected, titleId, onClose, onSelect }: RunPanelHeadProps) {
  const drained = useDrained();
  const { stage, kind, run } = selected;
  const order = kind === "action" ? `, run order ${run.runOrder}` : ", rule";
  const log =
    kind === "action" && run.logStreamArn !== undefined ? logConsoleUrl(run.logStreamArn) : undefined;
  const query = new URLSearchParams({
    review: actionKey(stage.name, run.name),
    execution: execution.summary.id,
  });
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
      <RunPanelAttempts selected={selected} onSelect={onSelect} />
      {run.standing === "Approval" && (
        <Link
          href={`${pipelinePath(execution.target, execution.pipeline)}?${query.toString().replaceAll("%2F", "/")}`}
          className="mt-1 inline-flex h-9 items-center justify-center rounded-control bg-accent px-4 font-medium text-on-accent max-sm:h-12"
        >
          Review {run.name}…
        </Link>
      )}
      {(run.externalExecutionUrl !== undefined || log !== undefined) && (
        <p className="flex flex-wrap gap-x-4 max-sm:gap-y-3">
          {run.externalExecutionUrl !== undefined && (
            <ExternalLink href={run.externalExecutionUrl}>
              Open in {run.provider || "the provider"}
            </ExternalLink>
          )}
          {log !== undefined && <ExternalLink href={log}>Log</ExternalLink>}
        </p>
      )}
    </header>
  );
}
