import Link from "next/link";
import { ExternalLink } from "@/components/ui/external-link";
import { actionKey } from "@/lib/domain/action-key";
import { logConsoleUrl } from "@/lib/domain/console-url";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import { pipelinePath } from "@/lib/domain/pipeline-path";
import { RunPanelAttempts } from "./run-panel-attempts";
import type { SelectedRun } from "./timeline-selection";
import type { ChangeExecutionParams } from "./use-execution-params";

export interface RunPanelWaysProps {
  execution: ExecutionDetail;
  selected: SelectedRun;
  onSelect: ChangeExecutionParams;
}

/** A run's other attempts, and where to read on or decide; nothing where there is no such way. */
export function RunPanelWays({ execution, selected, onSelect }: RunPanelWaysProps) {
  const { stage, kind, run } = selected;
  const log =
    kind === "action" && run.logStreamArn !== undefined ? logConsoleUrl(run.logStreamArn) : undefined;
  const query = new URLSearchParams({
    review: actionKey(stage.name, run.name),
    execution: execution.summary.id,
  });
  return (
    <div className="-mt-2 flex flex-col gap-1 px-4 pb-3 empty:hidden">
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
    </div>
  );
}
