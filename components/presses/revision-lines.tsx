import { Ticket } from "@/components/ui/ticket";
import type { Revision } from "@/lib/domain/revision";

/** What an execution carries: a line a source. */
export function RevisionLines({ revisions }: { revisions: readonly Revision[] }) {
  if (revisions.length === 0)
    return (
      <p className="text-secondary text-ink-3">
        AWS gave no source revision for this execution; it goes by its own id.
      </p>
    );
  return (
    <ul className="flex flex-col border-b">
      {revisions.map((revision) => (
        <li
          key={revision.action}
          className="grid grid-cols-[minmax(0,140px)_auto_minmax(0,1fr)_auto] items-center gap-x-3 border-t py-1.5 max-sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <span className="truncate font-semibold text-ink" title={revision.action}>
            {revision.action}
          </span>
          <Ticket label={revision.shortId} title={revision.id} />
          <span className="truncate text-ink max-sm:col-span-2" title={revision.summary}>
            {revision.summary ?? <span className="text-ink-3">No commit message</span>}
          </span>
          <span className="text-secondary text-ink-3 max-sm:col-span-2">{revision.author}</span>
        </li>
      ))}
    </ul>
  );
}
