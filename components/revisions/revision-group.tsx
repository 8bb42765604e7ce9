import { ExternalLink } from "@/components/ui/external-link";
import { Ticket } from "@/components/ui/ticket";
import type { FoundRevision } from "@/lib/contract/revisions";
import { countOf } from "@/lib/domain/count-words";
import type { Instant } from "@/lib/domain/instant";
import { exactInstant } from "@/lib/domain/instant-words";
import { shortInstant } from "@/lib/domain/short-instant";
import { RevisionLine } from "./revision-line";

export interface RevisionGroupProps {
  found: FoundRevision;
  /** `2026-11-21`, in UTC. */
  today: string;
  /** The server's now, of the reply. */
  repliedAt: Instant;
}

/** One revision, and a line for every pipeline it came to. */
export function RevisionGroup({ found, today, repliedAt }: RevisionGroupProps) {
  const { key, revision, startedAt, places } = found;
  const title = revision?.summary ?? (revision === undefined ? "No revision" : "No commit message");
  const by = [revision?.author, revision?.branch].filter((word) => word !== undefined).join(", ");
  return (
    <article
      aria-label={`${revision?.shortId ?? key}: ${title}`}
      className="overflow-hidden rounded-card border bg-surface max-sm:rounded-none max-sm:border-x-0"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-sunken px-3 py-2 max-sm:px-4">
        {revision !== undefined && <Ticket label={revision.shortId} title={revision.id} />}
        <h2
          dir="auto"
          className="min-w-0 flex-1 truncate text-body font-medium text-ink max-sm:order-first max-sm:basis-full"
          title={title}
        >
          {title}
        </h2>
        <span dir="auto" className="max-w-[40%] truncate text-secondary text-ink-2" title={by}>
          {by}
        </span>
        {startedAt !== undefined && (
          <time
            dateTime={startedAt}
            title={exactInstant(startedAt)}
            className="num text-secondary whitespace-nowrap text-ink-3"
          >
            {shortInstant(startedAt, today)}
          </time>
        )}
        <span className="num text-secondary whitespace-nowrap text-ink-3">
          {countOf(places.length, "pipeline")}
        </span>
        {revision?.url !== undefined && (
          <span className="text-secondary">
            <ExternalLink href={revision.url}>Source</ExternalLink>
          </span>
        )}
      </header>
      <ul>
        {places.map((place) => (
          <li key={`${place.target}/${place.pipeline}`} data-still className="border-b last:border-b-0">
            <RevisionLine place={place} today={today} repliedAt={repliedAt} />
          </li>
        ))}
      </ul>
    </article>
  );
}
