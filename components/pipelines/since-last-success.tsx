"use client";

import Link from "next/link";
import { Age } from "@/components/ui/age";
import { ExternalLink } from "@/components/ui/external-link";
import { Skeleton } from "@/components/ui/skeleton";
import { Ticket } from "@/components/ui/ticket";
import { executionAddress, executionsAddress } from "@/lib/domain/execution-address";
import { executionLabel } from "@/lib/domain/execution-label";
import { unreadReason } from "@/lib/domain/unread";
import { useStageFailure } from "@/lib/queries/failure-queries";
import type { StageOf } from "@/lib/queries/stage-path";
import { sinceLines } from "./since-lines";

export interface SinceLastSuccessProps {
  of: StageOf;
  /** The execution that failed; without it the one the stage shows. */
  executionId?: string;
  level?: "h3" | "h4";
}

/** What is different since an execution last went through a stage: revisions, variables, the version of the declaration. */
export function SinceLastSuccess({ of, executionId, level: Heading = "h3" }: SinceLastSuccessProps) {
  const { failure, problem } = useStageFailure(of, executionId);
  const href = (id: string) => executionAddress(of.target, of.pipeline, id);
  return (
    <div className="flex min-h-[132px] min-w-0 flex-col gap-1 text-secondary text-ink-2">
      <Heading className="truncate font-semibold" title={of.stage}>
        Since {of.stage} last succeeded
      </Heading>
      {failure === undefined && problem === undefined && <Skeleton className="h-28 w-full" />}
      {problem !== undefined && (
        <p role="status">What is different cannot be told now: {problem.title.toLowerCase()}.</p>
      )}
      {failure !== undefined && (
        <>
          {failure.from === undefined ? (
            <p>
              {failure.unread === undefined
                ? "No execution is known to have gone through it before."
                : `What went through it last is not known, ${unreadReason(failure.unread)}.`}
            </p>
          ) : (
            <p className="flex flex-wrap items-center gap-x-2">
              <Link href={href(failure.from.id)} prefetch={false} className="inline-flex hover:underline">
                <Ticket
                  label={executionLabel(failure.from.id, failure.from.revisions)}
                  title="Went through last"
                />
              </Link>
              <span aria-hidden>→</span>
              <Ticket label={executionLabel(failure.to.id, failure.to.revisions)} title="Failed" />
              {failure.from.endedAt !== undefined && (
                <span className="text-ink-3">
                  succeeded <Age at={failure.from.endedAt} ago className="!normal-nums" />
                </span>
              )}
            </p>
          )}
          {failure.failingSince !== undefined && (
            <p>
              Failing for <Age at={failure.failingSince} className="!min-w-0 !normal-nums" />
              {failure.failures > 1 && `, ${failure.failures} executions`}
            </p>
          )}
          <ul>
            {sinceLines(failure).map((line) => (
              <li key={line} className="truncate text-ink" title={line}>
                {line}
              </li>
            ))}
          </ul>
          {failure.from !== undefined && (
            <Link
              href={`${executionsAddress(of.target, of.pipeline)}?compare=${failure.from.id},${failure.to.id}`}
              prefetch={false}
              className="font-medium text-accent hover:underline"
            >
              Compare the two executions
            </Link>
          )}
          {failure.sources.map(
            ({ action, compareUrl }) =>
              compareUrl !== undefined && (
                <ExternalLink key={action} href={compareUrl}>
                  Compare {action}
                </ExternalLink>
              ),
          )}
          {failure.gaps.length > 0 && (
            <p className="text-ink-3">
              Not everything can be told: the role lacks {failure.gaps.join(", ")}.
            </p>
          )}
        </>
      )}
    </div>
  );
}
