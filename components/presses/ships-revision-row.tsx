import { useDrained } from "@/components/pipelines/drained";
import { StatusIcon } from "@/components/ui/status-icon";
import { Ticket } from "@/components/ui/ticket";
import type { ShippedRevision } from "@/lib/domain/ships";
import { shortExecution } from "@/lib/domain/short-id";

export interface ShipsRevisionRowProps {
  shipped: ShippedRevision;
  /** The execution that is decided on. */
  executionId: string;
}

/** One revision that comes or goes: which, what it says, whose, and where the execution that brought it stands. */
export function ShipsRevisionRow({ shipped, executionId }: ShipsRevisionRowProps) {
  const { revision, standing, stage } = shipped;
  const drained = useDrained();
  const own = shipped.executionId === executionId;
  return (
    <li className="grid grid-cols-[64px_minmax(0,1fr)_auto_minmax(110px,auto)] items-center gap-x-3 border-t py-1 max-sm:grid-cols-[64px_minmax(0,1fr)] max-sm:py-2">
      <span className="flex">
        <Ticket label={revision.shortId} title={revision.id} />
      </span>
      <span
        className="truncate text-ink max-sm:line-clamp-2 max-sm:whitespace-normal"
        title={revision.summary}
      >
        {revision.summary ?? <span className="text-ink-3">No commit message</span>}
      </span>
      <span className="truncate text-secondary text-ink-3 max-sm:col-start-2">{revision.author}</span>
      <span
        className="flex items-center gap-1.5 text-secondary text-ink-2 max-sm:col-start-2"
        title={`Execution ${shortExecution(shipped.executionId)}`}
      >
        <StatusIcon standing={standing} drained={drained} decorative />
        {own ? "this execution" : wordsOf(standing, stage)}
      </span>
    </li>
  );
}

function wordsOf(standing: string, stage: string | undefined): string {
  const where = stage === undefined ? "" : ` in ${stage}`;
  switch (standing) {
    case "ClosedGate":
      return "waits at the gate";
    case "Queued":
      return "waits";
    case "Approval":
      return "waits for a person";
    case "InProgress":
      return `runs${where}`;
    case "Failed":
      return `failed${where}`;
    case "Succeeded":
      return "went through";
    default:
      return `${standing.toLowerCase()}${where}`;
  }
}
