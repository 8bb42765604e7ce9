import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { useDrained } from "@/components/pipelines/drained";
import { pipelineDialogs } from "@/components/pipelines/pipeline-dialogs-part";
import { targetHref } from "@/components/pipelines/target-href";
import { triggerWords } from "@/components/pipelines/trigger-words";
import { Button } from "@/components/ui/button";
import { ExternalLink } from "@/components/ui/external-link";
import { FreshnessChip } from "@/components/ui/freshness-chip";
import { Glyph } from "@/components/ui/glyph";
import { StatusIcon } from "@/components/ui/status-icon";
import { Tag } from "@/components/ui/tag";
import { Ticket } from "@/components/ui/ticket";
import { executionsAddress } from "@/lib/domain/execution-address";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import type { Freshness } from "@/lib/domain/freshness";
import { pipelinePath } from "@/lib/domain/pipeline-path";
import { shortExecution } from "@/lib/domain/short-id";
import { ExecutionCopyId } from "./execution-copy-id";
import { ExecutionStarted } from "./execution-started";

export interface ExecutionHeadingProps {
  target: string;
  pipeline: string;
  id: string;
  execution?: ExecutionDetail;
  freshness?: Freshness;
  /** Stopping it; undefined once it has ended. `off` is why it may not be pressed. */
  stop?: { off?: string; onStop: () => void };
  /** What else can be pressed, on wide screens. */
  buttons?: ReactNode;
}

/** Which execution this is, how it stands, what it carries, who started it and how fresh all that is. */
export function ExecutionHeading(props: ExecutionHeadingProps) {
  const { target, pipeline, id, execution, freshness, stop, buttons } = props;
  const drained = useDrained();
  const summary = execution?.summary;
  const revision = summary?.revisions[0];
  const history = executionsAddress(target, pipeline);
  return (
    <header
      className={clsx(
        "border-b bg-surface px-page py-2.5 max-sm:px-0 max-sm:pt-0",
        execution === undefined && "max-sm:border-b-0 max-sm:pb-0",
      )}
    >
      <p className="flex gap-2 text-secondary text-ink-3 max-sm:hidden">
        <Link href={targetHref(target)} prefetch={false} className="hover:text-ink hover:underline">
          {target}
        </Link>
        <span aria-hidden>/</span>
        <Link href={pipelinePath(target, pipeline)} prefetch={false} className="text-accent hover:underline">
          {pipeline}
        </Link>
        <span aria-hidden>/</span>
        <Link href={history} prefetch={false} className="hover:text-ink hover:underline">
          executions
        </Link>
      </p>
      <div className="flex min-h-8 items-center gap-2 max-sm:min-h-[52px] max-sm:border-b max-sm:px-4">
        <Link
          href={history}
          prefetch={false}
          aria-label={`All executions of ${pipeline}`}
          className="thumb mr-2 text-ink sm:hidden"
        >
          <Glyph name="back" size={20} />
        </Link>
        {summary !== undefined && (
          <StatusIcon
            standing={summary.standing}
            percent={summary.percentComplete}
            size={18}
            drained={drained}
            className="max-sm:hidden"
            decorative
          />
        )}
        <div className="shrink-0 max-sm:min-w-0 max-sm:flex-1">
          <h1 className="flex items-baseline gap-2 text-page whitespace-nowrap text-ink max-sm:text-[17px] max-sm:leading-6">
            Execution
            <span className="font-mono text-section font-medium max-sm:text-[15px]" title={id}>
              {shortExecution(id)}
            </span>
          </h1>
          <p className="truncate text-secondary text-ink-3 sm:hidden">
            {pipeline}, {target}
          </p>
        </div>
        <ExecutionCopyId id={id} />
        {revision !== undefined && (
          <span className="flex min-w-0 items-center gap-2 max-sm:hidden">
            <Ticket label={revision.shortId} title={revision.id} drained={drained} />
            <span className="truncate text-ink-2" title={revision.summary}>
              {revision.summary}
            </span>
          </span>
        )}
        {summary?.executionType === "ROLLBACK" && (
          <span className="max-sm:hidden">
            <Tag>rollback</Tag>
          </span>
        )}
        <span className="ml-auto flex shrink-0 items-center gap-3">
          {freshness !== undefined && <FreshnessChip freshness={freshness} rests={stop === undefined} />}
          {execution !== undefined && !execution.forgotten && (
            <span className="max-sm:hidden">
              <ExternalLink href={execution.consoleUrl} quiet>
                Open in AWS
              </ExternalLink>
            </span>
          )}
          <span className="flex gap-3 empty:hidden max-sm:hidden">{buttons}</span>
          {stop !== undefined && (
            <span className="max-sm:hidden">
              <Button disabledReason={stop.off} {...pipelineDialogs.intent} onClick={stop.onStop}>
                Stop…
              </Button>
            </span>
          )}
        </span>
      </div>
      {summary !== undefined && <ExecutionStarted summary={summary} by={triggerWords(summary.trigger)} />}
    </header>
  );
}
