import { useState } from "react";
import { ExternalLink } from "@/components/ui/external-link";
import { Ticket } from "@/components/ui/ticket";
import type { ShippedSource } from "@/lib/domain/ships";
import { ShipsRevisionRow } from "./ships-revision-row";

/** So many revisions are shown at first. */
const FIRST_SHOWN = 6;

export interface ShipsSourceProps {
  source: ShippedSource;
  destination: string;
  executionId: string;
}

/** What changes of one source: from which revision to which, and those between. */
export function ShipsSource({ source, destination, executionId }: ShipsSourceProps) {
  const { action, from, to, revisions, compareUrl } = source;
  const [all, setAll] = useState(false);
  const shown = all ? revisions : revisions.slice(0, FIRST_SHOWN);
  const same = from !== undefined && from.id === to?.id;
  return (
    <li>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t py-1.5">
        <strong className="font-semibold text-ink">{action}</strong>
        {from !== undefined && <Ticket label={from.shortId} title={from.summary ?? from.id} />}
        {same ? (
          <span className="text-secondary text-ink-3">same revision as in {destination}</span>
        ) : (
          <>
            {from !== undefined && <span aria-hidden>→</span>}
            {to === undefined ? (
              <span className="text-secondary text-ink-3">AWS gave no revision</span>
            ) : (
              <Ticket label={to.shortId} title={to.summary ?? to.id} />
            )}
          </>
        )}
        {compareUrl !== undefined && (
          <span className="ml-auto">
            <ExternalLink href={compareUrl}>Compare</ExternalLink>
          </span>
        )}
      </p>
      {shown.length > 0 && (
        <ul className="flex flex-col">
          {shown.map((shipped) => (
            <ShipsRevisionRow key={shipped.revision.id} shipped={shipped} executionId={executionId} />
          ))}
        </ul>
      )}
      {shown.length < revisions.length && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="thumb flex min-h-7 items-center text-secondary text-accent hover:underline max-sm:min-h-11"
        >
          Show {revisions.length - shown.length} more
        </button>
      )}
    </li>
  );
}
