import { Age } from "@/components/ui/age";
import { ExternalLink } from "@/components/ui/external-link";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusWord } from "@/components/ui/status-word";
import { Ticket } from "@/components/ui/ticket";
import { Train } from "@/components/ui/train";
import type { ApprovalFacts } from "./approval-facts";

/** What an approval would ship: from what is in the destination now to this, every source revision, and the question. */
export function ApprovalShips({ facts }: { facts: ApprovalFacts }) {
  const { approval, destination, label, revisions, there } = facts;
  const latest = there?.revision;
  return (
    <div className="flex flex-col gap-3">
      {(approval.question !== undefined || approval.link !== undefined) && (
        <div className="flex flex-col gap-0.5 border-l-2 border-line-2 pl-3">
          {approval.question !== undefined && (
            <p className="break-words whitespace-pre-wrap text-ink">{approval.question}</p>
          )}
          {approval.link !== undefined && <ExternalLink href={approval.link}>{approval.link}</ExternalLink>}
        </div>
      )}
      <div className="flex items-end gap-3 text-label text-ink-3">
        {there !== undefined && latest !== undefined && (
          <span className="flex min-w-0 items-center gap-2">
            <StatusIcon standing={there.standing} size={16} decorative />
            <span className="flex min-w-0 flex-col">
              <span className="truncate">
                Latest in {destination}: {statusWord(there.standing)}
              </span>
              <span className="flex items-center gap-1.5">
                <Ticket label={latest.shortId} title={latest.summary} />
                {there.changedAt !== undefined && <Age at={there.changedAt} ago />}
              </span>
            </span>
          </span>
        )}
        <span aria-hidden className="mb-[7px] h-0.5 min-w-4 flex-1 bg-rail" />
        <span className="flex flex-col items-end">
          <span>Would go on to {destination}</span>
          <Train label={label} kind="person" />
        </span>
      </div>
      {revisions.length === 0 ? (
        <p className="text-secondary text-ink-3">
          AWS gave no source revision for this execution; it goes by its own id.
        </p>
      ) : (
        <ul className="flex flex-col">
          {revisions.map((revision) => (
            <li
              key={revision.action}
              className="grid grid-cols-[minmax(0,140px)_auto_minmax(0,1fr)_auto] items-center gap-x-3 border-t py-1.5 max-sm:grid-cols-[auto_minmax(0,1fr)]"
            >
              <span className="truncate font-semibold text-ink" title={revision.action}>
                {revision.action}
              </span>
              <span className="max-sm:justify-self-end">
                {revision.url === undefined ? (
                  <Ticket label={revision.shortId} title={revision.id} />
                ) : (
                  <ExternalLink href={revision.url}>
                    <span className="font-mono text-secondary">{revision.shortId}</span>
                  </ExternalLink>
                )}
              </span>
              <span
                className="break-words text-ink max-sm:col-span-2 sm:line-clamp-2"
                title={revision.summary}
              >
                {revision.summary ?? <span className="text-ink-3">No commit message</span>}
              </span>
              <span className="text-secondary text-ink-3 max-sm:col-span-2">
                {[revision.author, revision.branch].filter(Boolean).join(", ")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
