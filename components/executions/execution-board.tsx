"use client";

import { type ReactNode, useEffect } from "react";
import { pipelineDialogs } from "@/components/pipelines/pipeline-dialogs-part";
import { useMediaQuery } from "@/components/pipelines/use-media-query";
import { Button } from "@/components/ui/button";
import { ExternalLink } from "@/components/ui/external-link";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import { ExecutionFacts } from "./execution-facts";
import { ExecutionFailureCard } from "./execution-failure-card";
import { ExecutionForgotten } from "./execution-forgotten";
import { RunPanel } from "./run-panel";
import { Timeline } from "./timeline";
import { selectedRun } from "./timeline-selection";
import type { ChangeExecutionParams, ExecutionParams } from "./use-execution-params";

export interface ExecutionBoardProps {
  execution: ExecutionDetail;
  params: ExecutionParams;
  change: ChangeExecutionParams;
  stop?: { off?: string; onStop: () => void };
  /** What else can be pressed, for a thumb. */
  buttons?: ReactNode;
}

/** The failure, the timeline, and beside them what the execution carries or the run that is selected. */
export function ExecutionBoard({ execution, params, change, stop, buttons }: ExecutionBoardProps) {
  const wide = useMediaQuery("(min-width: 1280px)");
  const phone = useMediaQuery("(max-width: 639px)");
  const selected = selectedRun(execution.stages, params);
  const open = selected !== undefined;
  const dialogOpen = [params.review, params.stop, params.press, params.receipt].some(
    (each) => each !== undefined,
  );
  const close = () => change({ action: undefined, rule: undefined, attempt: undefined }, { replace: true });

  useEffect(() => {
    if (!open || dialogOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) {
        change({ action: undefined, rule: undefined, attempt: undefined }, { replace: true });
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });

  const facts = <ExecutionFacts execution={execution} onReceipt={(receipt) => change({ receipt })} />;
  return (
    <div className="flex items-start">
      <div className="flex min-w-0 flex-1 flex-col gap-2.5 px-page pt-2.5 pb-page max-sm:px-0">
        {execution.failure !== undefined && (
          <ExecutionFailureCard
            target={execution.target}
            pipeline={execution.pipeline}
            id={execution.summary.id}
            failure={execution.failure}
            stages={execution.stages}
            onSelect={change}
          />
        )}
        {execution.forgotten ? (
          <ExecutionForgotten stages={execution.stages} />
        ) : (
          <Timeline execution={execution} params={params} change={change} />
        )}
        {!wide && (
          <aside
            aria-label="About this execution"
            className="rounded-card border bg-surface *:first:border-t-0 max-sm:rounded-none max-sm:border-x-0"
          >
            {facts}
          </aside>
        )}
        {phone && (
          <div className="flex flex-col gap-2.5 px-4">
            {buttons}
            {stop !== undefined && (
              <>
                <Button
                  size="lg"
                  className="w-full"
                  disabledReason={stop.off}
                  {...pipelineDialogs.intent}
                  onClick={stop.onStop}
                >
                  Stop…
                </Button>
                {stop.off !== undefined && <p className="text-secondary text-ink-3">{stop.off}</p>}
              </>
            )}
            {!execution.forgotten && (
              <span className="flex min-h-11 items-center justify-center">
                <ExternalLink href={execution.consoleUrl} quiet>
                  Open in AWS
                </ExternalLink>
              </span>
            )}
          </div>
        )}
      </div>
      {selected !== undefined ? (
        <RunPanel
          key={selected.run.id}
          execution={execution}
          selected={selected}
          covers={phone}
          onClose={close}
          onSelect={change}
        />
      ) : (
        wide && (
          <aside
            aria-label="About this execution"
            className="sticky top-bar h-[calc(100dvh-48px)] w-panel shrink-0 overflow-y-auto border-l bg-surface *:first:border-t-0"
          >
            {facts}
          </aside>
        )
      )}
    </div>
  );
}
