import clsx from "clsx";
import Link from "next/link";
import { Age } from "@/components/ui/age";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusText } from "@/components/ui/status-text";
import { statusWord } from "@/components/ui/status-word";
import { Train } from "@/components/ui/train";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { executionAddress } from "@/lib/domain/execution-address";
import { executionLabel } from "@/lib/domain/execution-label";
import { useDrained } from "./drained";
import { triggerWords } from "./trigger-words";

export interface ParallelRunProps {
  execution: ExecutionSummary;
  target: string;
  pipeline: string;
}

/** One execution in flight: what it carries, who started it, and how it stands in each stage. */
export function ParallelRun({ execution, target, pipeline }: ParallelRunProps) {
  const drained = useDrained();
  const { id, standing, revisions, trigger, startedAt, stages } = execution;
  const kind =
    standing === "Approval" ? "person" : standing === "Queued" || standing === "ClosedGate" ? "track" : "run";
  return (
    <>
      <div className="flex h-[88px] flex-col gap-0.5 px-3 pt-2.5">
        <p className="flex items-center justify-between gap-2">
          <Train label={executionLabel(id, revisions)} kind={kind} drained={drained} />
          {startedAt !== undefined && (
            <span className="text-secondary text-ink-3">
              <Age at={startedAt} />
            </span>
          )}
        </p>
        <Link
          href={executionAddress(target, pipeline, id)}
          prefetch={false}
          title={revisions[0]?.summary}
          className="truncate font-medium text-ink hover:underline"
        >
          {revisions[0]?.summary ?? `Execution ${id.slice(0, 8)}`}
        </Link>
        <p className="truncate text-secondary text-ink-3">{triggerWords(trigger)}</p>
      </div>
      <ol>
        {stages.map((stop) => {
          const here = stop.stage === execution.stage;
          const shown = here && standing === "ClosedGate" ? standing : stop.standing;
          return (
            <li
              key={stop.stage}
              className={clsx("flex h-6 items-center gap-1.5 px-3 text-secondary", here && "bg-sunken")}
            >
              <StatusIcon standing={shown} percent={stop.percentComplete} drained={drained} decorative />
              <span
                className={clsx("min-w-0 flex-1 truncate", here ? "font-medium text-ink" : "text-ink-2")}
                title={stop.stage}
              >
                {stop.stage}
              </span>
              <span
                className={clsx("shrink-0", here ? statusText(shown, { calm: true, drained }) : "text-ink-3")}
              >
                {statusWord(shown, { percent: stop.percentComplete, drained })}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
