"use client";

import { ActionPanelSection } from "@/components/pipelines/action-panel-section";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusWord } from "@/components/ui/status-word";
import { countOf } from "@/lib/domain/count-words";
import type { DeployTarget, DeployTargetEvent } from "@/lib/domain/deploy-target";
import { formatDuration } from "@/lib/domain/duration";
import { clockTime } from "@/lib/domain/instant-words";
import { type DeployRun, useDeployTargets } from "@/lib/queries/deploy-target-queries";

/** The instances or the cluster that a run deploys to, and what happened on each, in order. */
export function RunPanelTargets({ run }: { run: DeployRun }) {
  const { reply, problem } = useDeployTargets(run);
  return (
    <ActionPanelSection title="Deploy targets">
      {reply === undefined && (
        <p className="text-ink-3">
          {problem === undefined ? "Reading them …" : (problem.detail ?? problem.title)}
        </p>
      )}
      {reply !== undefined && reply.items.length === 0 && <p className="text-ink-3">AWS names none.</p>}
      {reply !== undefined && reply.items.length > 0 && (
        <ul className="flex flex-col gap-1">
          {reply.items.map((target) => (
            <li key={target.id}>
              <Target target={target} />
            </li>
          ))}
        </ul>
      )}
      {reply?.more === true && (
        <p className="text-ink-3">{countOf(reply.items.length, "target")} are listed; AWS has more.</p>
      )}
    </ActionPanelSection>
  );
}

function Target({ target }: { target: DeployTarget }) {
  const { id, type, standing, events } = target;
  return (
    <details open={standing === "Failed" || standing === "InProgress"}>
      <summary className="flex min-h-6 cursor-pointer items-center gap-2 max-sm:min-h-11">
        <StatusIcon standing={standing} />
        <span className="min-w-0 font-mono text-secondary break-all text-ink">{id}</span>
        {type !== undefined && <span className="shrink-0 text-label text-ink-3">{type}</span>}
        <span className="num ml-auto shrink-0 text-secondary text-ink-2">{took(target)}</span>
      </summary>
      <ol className="ml-[7px] flex flex-col gap-1 border-l pl-3.5">
        {events.map((event) => (
          <li key={`${event.name} ${event.startedAt ?? ""}`}>
            <Event event={event} />
          </li>
        ))}
        {events.length === 0 && <li className="text-ink-3">No event yet.</li>}
      </ol>
    </details>
  );
}

function Event({ event }: { event: DeployTargetEvent }) {
  const { name, standing, startedAt, message, commandId } = event;
  return (
    <>
      <p className="flex items-center gap-2">
        <StatusIcon standing={standing} decorative className="size-3" />
        <span className="min-w-0 break-words text-ink" title={commandId && `Command ${commandId}`}>
          {name}
        </span>
        <span className="text-secondary text-ink-3">{statusWord(standing)}</span>
        <span className="num ml-auto shrink-0 text-secondary text-ink-3">
          {startedAt !== undefined && clockTime(startedAt)}
        </span>
      </p>
      {message !== undefined && (
        <p className="pl-5 text-secondary break-words whitespace-pre-wrap text-ink-2">{message}</p>
      )}
    </>
  );
}

function took({ startedAt, endedAt }: Pick<DeployTarget, "startedAt" | "endedAt">): string {
  if (startedAt === undefined || endedAt === undefined) return "";
  return formatDuration(Date.parse(endedAt) - Date.parse(startedAt));
}
