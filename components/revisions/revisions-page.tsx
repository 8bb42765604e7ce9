"use client";

import { useSearchParams } from "next/navigation";
import { searchWith, showSearch } from "@/components/ui/address";
import { useStepKeys } from "@/components/ui/use-step-keys";
import type { FirstReply } from "@/lib/contract/first-reply";
import { useFirstData } from "@/lib/queries/first-data";
import { revisionQueries, SHORTEST_QUESTION, useRevisions } from "@/lib/queries/revision-queries";
import { useAtNow } from "@/lib/queries/server-now";
import { RevisionGroup } from "./revision-group";
import { RevisionsEmpty } from "./revisions-empty";
import { RevisionsFoot } from "./revisions-foot";
import { RevisionsProblem } from "./revisions-problem";
import { RevisionsSearch } from "./revisions-search";
import { RevisionsSkeleton } from "./revisions-skeleton";

/** A commit, a message or a ticket, and every pipeline and stage it reached. What is asked stands in the address. */
export function RevisionsPage({ first }: { first: { q: string; reply: FirstReply | null } | null }) {
  useFirstData([revisionQueries.find(first?.q ?? "").queryKey, first?.reply ?? null]);
  useStepKeys();
  const q = (useSearchParams().get("q") ?? "").trim();
  const { data, error, isPlaceholderData, refetch } = useRevisions(q);
  const today = useAtNow((now) => new Date(now).toISOString().slice(0, 10));
  const asks = q.length >= SHORTEST_QUESTION;
  const reply = asks ? data : undefined;
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3 px-page pt-4 pb-3 max-sm:px-4">
        <h1 className="text-page text-ink">Where is it?</h1>
        <p className="text-ink-2">a commit, a message or a ticket, and how far it came</p>
      </div>
      <div className="px-page pb-3 max-sm:px-4">
        <RevisionsSearch q={q} onChange={ask} />
      </div>
      {!asks ? (
        <RevisionsEmpty q={q} />
      ) : error !== null && reply === undefined ? (
        <RevisionsProblem error={error} onRetry={() => void refetch()} />
      ) : reply === undefined ? (
        <RevisionsSkeleton />
      ) : reply.items.length === 0 ? (
        <RevisionsEmpty q={q} reply={reply} />
      ) : (
        <section
          aria-label="Revisions found"
          aria-busy={isPlaceholderData}
          className="flex max-w-[1640px] flex-col gap-3 px-page pb-page max-sm:px-0"
        >
          {reply.items.map((found) => (
            <RevisionGroup key={found.key} found={found} today={today} repliedAt={reply.now} />
          ))}
          <RevisionsFoot reply={reply} />
        </section>
      )}
    </>
  );
}

function ask(q: string): void {
  showSearch(searchWith("", { q }), { replace: true });
}
