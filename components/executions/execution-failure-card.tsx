import { SinceLastSuccess } from "@/components/pipelines/since-last-success";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { ExternalLink } from "@/components/ui/external-link";
import { StatusIcon } from "@/components/ui/status-icon";
import { Tag } from "@/components/ui/tag";
import type { ExecutionFailure, TimelineStage } from "@/lib/domain/execution-detail";
import { selectRun } from "./timeline-selection";
import type { ChangeExecutionParams } from "./use-execution-params";

export interface ExecutionFailureCardProps {
  target: string;
  pipeline: string;
  /** The execution that failed. */
  id: string;
  failure: ExecutionFailure;
  stages: readonly TimelineStage[];
  onSelect: ChangeExecutionParams;
}

/** What failed and why, before anything else. */
export function ExecutionFailureCard({
  target,
  pipeline,
  id,
  failure,
  stages,
  onSelect,
}: ExecutionFailureCardProps) {
  const { stage, action, attempt, rule, code, message, externalUrl } = failure;
  const runs = stages.find((each) => each.name === stage)?.[rule ? "rules" : "actions"] ?? [];
  const same = runs.filter((run) => run.name === action);
  const run = same.find((each) => each.attempt === attempt);
  const several = same.length > 1 || attempt > 1;
  const repeated = same.filter(
    (each) => each.attempt < attempt && message !== undefined && each.error?.message === message,
  );
  const provider = run?.provider ?? "";
  const details = () =>
    onSelect(selectRun(rule ? "rule" : "action", stage, { name: action, attempt }, several));
  return (
    <section
      aria-labelledby="failure"
      className="grid grid-cols-[minmax(0,1fr)_minmax(0,290px)] rounded-card border border-l-[3px] border-bad-fill/60 border-l-bad-fill bg-surface max-lg:grid-cols-1 max-sm:mx-4"
    >
      <div className="min-w-0 px-4 py-3">
        <header className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <StatusIcon standing="Failed" size={16} decorative />
          <h2 id="failure" className="min-w-0 text-section break-words text-ink">
            {rule ? `rule ${action}` : action} failed in {stage}
          </h2>
          {several && <Tag>attempt {attempt}</Tag>}
          <span className="ml-auto flex items-center gap-4 max-sm:hidden">
            {externalUrl !== undefined && (
              <ExternalLink href={externalUrl}>{provider === "" ? "Open the run" : provider}</ExternalLink>
            )}
          </span>
        </header>
        <p className="mt-1.5 break-words whitespace-pre-wrap text-ink-2">
          {code !== undefined && <code className="font-mono font-medium text-bad">{code} </code>}
          {message ?? (code === undefined ? "AWS gave no reason." : "")}
          {repeated.length > 0 &&
            ` Same error in attempt ${repeated.map((each) => each.attempt).join(" and ")}.`}
        </p>
        <footer className="mt-2.5 flex flex-wrap items-center gap-2">
          {run !== undefined && (
            <Button size="sm" onClick={details} className="thumb max-w-full">
              <span className="truncate">Details of {action}</span>
            </Button>
          )}
          {(code !== undefined || message !== undefined) && (
            <CopyButton
              size="sm"
              label="Copy error"
              text={[code, message].filter((each) => each !== undefined).join(": ")}
            />
          )}
          {externalUrl !== undefined && (
            <span className="flex min-h-11 items-center sm:hidden">
              <ExternalLink href={externalUrl}>{provider === "" ? "Open the run" : provider}</ExternalLink>
            </span>
          )}
        </footer>
      </div>
      <div className="min-w-0 border-line px-4 py-3 max-lg:border-t lg:border-l">
        <SinceLastSuccess of={{ target, pipeline, stage }} executionId={id} />
      </div>
    </section>
  );
}
