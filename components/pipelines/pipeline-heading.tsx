import Link from "next/link";
import { Button } from "@/components/ui/button";
import { ExternalLink } from "@/components/ui/external-link";
import { FreshnessChip } from "@/components/ui/freshness-chip";
import { Glyph } from "@/components/ui/glyph";
import { Tag } from "@/components/ui/tag";
import type { Freshness } from "@/lib/domain/freshness";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { modeWord } from "./mode-word";
import { pipelineDialogs } from "./pipeline-dialogs-part";
import { targetHref } from "./target-href";

export interface PipelineHeadingProps {
  target: string;
  pipeline: string;
  state?: PipelineState;
  freshness?: Freshness;
  /** Why stopping is off; undefined when it can be asked for. */
  stopOff?: string;
  onStop: () => void;
  /** Why releasing is off. */
  releaseOff?: string;
  onRelease: () => void;
}

/** Which pipeline this is, how fresh what is shown is, and what can be done to all of it. */
export function PipelineHeading({
  target,
  pipeline,
  state,
  freshness,
  stopOff,
  onStop,
  releaseOff,
  onRelease,
}: PipelineHeadingProps) {
  const mode = state === undefined ? undefined : modeWord(state.row.executionMode);
  return (
    <header className="flex min-h-[52px] flex-wrap items-center gap-x-2 gap-y-1 border-b bg-surface px-page py-2.5 has-[+*_nav]:border-b-0 max-sm:sticky max-sm:top-[52px] max-sm:z-20 max-sm:flex-nowrap max-sm:px-4 max-sm:py-2">
      <Link
        href={targetHref(target)}
        prefetch={false}
        aria-label={`All pipelines of ${target}`}
        className="thumb mr-2 text-ink sm:hidden"
      >
        <Glyph name="back" size={20} />
      </Link>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1 sm:flex-initial max-sm:flex-col max-sm:items-start max-sm:gap-0">
        <p className="text-body text-ink-3 max-sm:hidden">
          <Link href={targetHref(target)} prefetch={false} className="hover:text-ink hover:underline">
            {target}
          </Link>
          <span aria-hidden className="pl-2">
            /
          </span>
        </p>
        <h1
          className="max-w-full min-w-0 truncate text-page text-ink max-sm:line-clamp-2 max-sm:text-[17px] max-sm:leading-6 max-sm:break-words max-sm:whitespace-normal"
          title={pipeline}
        >
          {pipeline}
        </h1>
        <p className="truncate text-secondary text-ink-3 sm:hidden">
          {target}
          {mode !== undefined && `, ${mode} mode`}
        </p>
        {state !== undefined && (
          <span className="flex items-center gap-2 max-sm:hidden">
            <Tag title="Execution mode">{mode}</Tag>
            {state.row.pipelineType !== undefined && (
              <Tag title="Pipeline type">{state.row.pipelineType}</Tag>
            )}
            {state.row.version !== undefined && (
              <span className="text-secondary text-ink-3">version {state.row.version}</span>
            )}
          </span>
        )}
      </div>
      {freshness !== undefined && <FreshnessChip freshness={freshness} />}
      {state !== undefined && (
        <span className="ml-auto flex items-center gap-3 max-sm:hidden">
          <ExternalLink href={state.consoleUrl} quiet>
            Open in AWS
          </ExternalLink>
          <Button disabledReason={stopOff} {...pipelineDialogs.intent} onClick={onStop}>
            Stop…
          </Button>
          <Button disabledReason={releaseOff} {...pipelineDialogs.intent} onClick={onRelease}>
            Release change…
          </Button>
        </span>
      )}
    </header>
  );
}
