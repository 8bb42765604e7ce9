import { ExternalLink } from "@/components/ui/external-link";
import { Skeleton } from "@/components/ui/skeleton";
import { Ticket } from "@/components/ui/ticket";
import { Train } from "@/components/ui/train";
import { executionLabel } from "@/lib/domain/execution-label";
import { notCompared } from "@/lib/domain/unread";
import { useShips } from "@/lib/queries/ships-queries";
import type { StageOf } from "@/lib/queries/stage-path";
import { InboxPreviewSection } from "./inbox-preview-section";

const SHOWN = 8;

/** What an approval would ship, as narrow as the preview: the two ends, the revisions between, the variables that change. */
export function InboxShips({ of, executionId }: { of: StageOf; executionId: string }) {
  const { ships, problem, isAsking } = useShips(of, { executionId });
  if (ships === undefined)
    return (
      <div className="border-t px-4 py-3">
        {isAsking ? (
          <Skeleton className="h-28 w-full" />
        ) : (
          <p role="status" className="text-secondary text-ink-2">
            What would ship cannot be told now{problem && `: ${problem.title.toLowerCase()}`}.
          </p>
        )}
      </div>
    );
  const { from, to, sources, variables, unread, destination } = ships;
  const gap = notCompared(ships);
  const count = sources.reduce((sum, { revisions }) => sum + revisions.length, 0);
  return (
    <>
      <div className="flex items-center gap-2 px-4 pb-3 text-secondary text-ink-2">
        {from === undefined ? (
          <span className="text-ink-3">
            {unread === undefined
              ? `Nothing went through ${destination} yet`
              : `What is in ${destination} is not known`}
          </span>
        ) : (
          <Ticket label={executionLabel(from.id, from.revisions)} title={`Now in ${destination}`} />
        )}
        <span aria-hidden className="h-0.5 min-w-3 flex-1 bg-rail" />
        <span className="font-medium">{count === 1 ? "1 revision" : `${count} revisions`}</span>
        <span aria-hidden className="h-0.5 min-w-3 flex-1 bg-rail" />
        <Train label={executionLabel(to.id, to.revisions)} kind="person" />
      </div>
      {sources.map(({ action, revisions, compareUrl }) => (
        <InboxPreviewSection
          key={action}
          title={action}
          aside={compareUrl !== undefined && <ExternalLink href={compareUrl}>Compare</ExternalLink>}
        >
          {revisions.length === 0 && <p className="text-secondary text-ink-3">The same as now.</p>}
          <ul className="flex flex-col">
            {revisions.slice(0, SHOWN).map(({ revision }) => (
              <li
                key={revision.id}
                className="grid grid-cols-[60px_minmax(0,1fr)_auto] items-baseline gap-x-2 border-t py-1"
              >
                <code className="font-mono text-label text-ink" title={revision.id}>
                  {revision.shortId}
                </code>
                <span className="truncate text-secondary text-ink" title={revision.summary}>
                  {revision.summary ?? "No commit message"}
                </span>
                <span className="max-w-24 truncate text-label text-ink-3">{revision.author}</span>
              </li>
            ))}
          </ul>
          {revisions.length > SHOWN && (
            <p className="text-secondary text-ink-3">and {revisions.length - SHOWN} more</p>
          )}
        </InboxPreviewSection>
      ))}
      {variables !== undefined && variables.changed.length > 0 && (
        <InboxPreviewSection title="Variables" aside={<Same count={variables.same} />}>
          {variables.changed.map(({ name, from: before, to: after, hidden }) => (
            <p key={name} className="text-secondary break-all">
              <code className="font-mono text-ink-2">{name}</code>{" "}
              {hidden ? "changes, hidden by policy" : `${before ?? "not set"} → ${after ?? "not set"}`}
            </p>
          ))}
        </InboxPreviewSection>
      )}
      {gap !== undefined && <p className="px-4 py-2 text-secondary text-ink-3">{gap}</p>}
    </>
  );
}

function Same({ count }: { count: number }) {
  return <span className="font-normal text-ink-3">{count} the same</span>;
}
