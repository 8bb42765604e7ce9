import Link from "next/link";
import { ExternalLink } from "@/components/ui/external-link";
import { Ticket } from "@/components/ui/ticket";
import { exactInstant } from "@/lib/domain/instant-words";
import type { Revision } from "@/lib/domain/revision";

/** One source revision: where from, what it says, who made it. */
export function ExecutionRevision({ revision }: { revision: Revision }) {
  const { action, shortId, id, summary, author, branch, url, createdAt } = revision;
  const details = [
    author,
    createdAt === undefined ? undefined : exactInstant(createdAt),
    branch === undefined ? undefined : `branch ${branch}`,
  ].filter((each) => each !== undefined);
  return (
    <li className="flex flex-col">
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-semibold text-ink">{action}</span>
        <Ticket label={shortId} title={id} />
      </span>
      <span className={summary === undefined ? "text-ink-3" : "break-words text-ink-2"}>
        {summary ?? "No commit message"}
      </span>
      {details.length > 0 && (
        <span className="text-secondary text-ink-3">
          {details.map((detail, index) => (
            <span key={detail} className="inline-block max-w-full break-words">
              {detail}
              {index < details.length - 1 && <>,&nbsp;</>}
            </span>
          ))}
        </span>
      )}
      <span className="flex flex-wrap gap-x-3 text-secondary max-sm:min-h-11 max-sm:items-center">
        <Link
          href={`/revisions?q=${encodeURIComponent(id)}`}
          prefetch={false}
          className="font-medium text-accent hover:underline"
        >
          Where is it?
        </Link>
        {url !== undefined && <ExternalLink href={url}>Open the revision</ExternalLink>}
      </span>
    </li>
  );
}
