"use client";

import clsx from "clsx";
import Link from "next/link";
import { formatSpan } from "@/lib/domain/duration";
import type { Instant } from "@/lib/domain/instant";
import type { PipelineRow, Sentence } from "@/lib/domain/pipeline";
import { pipelinePath } from "@/lib/domain/pipeline-path";
import { useAtNow } from "@/lib/queries/server-now";

/** The lead of a sentence about approvals, and how long the first of them has. */
function ApprovalLead({ lead, expiresAt }: { lead: string; expiresAt: Instant }) {
  const words = useAtNow((now) => {
    const left = Date.parse(expiresAt) - now;
    return left > 0 ? `, expires in ${formatSpan(left)}.` : ", expired.";
  });
  return (
    <span className="num">
      {lead.replace(/\.$/, "")}
      {words}
    </span>
  );
}

/** What the pipeline waits for, why it stopped, or what is live: one line, cut at its end. */
export function PipelineRowSentence({ row, drained }: { row: PipelineRow; drained: boolean }) {
  const { lead, text } = row.denied === undefined ? row.sentence : deniedSentence(row.target, row.denied);
  const why = drained ? undefined : failedStage(row);
  const ticking = row.status === "Approval" && row.approvalExpiresAt !== undefined && !drained;
  const calm = drained || row.status === null || (row.status === "Succeeded" && lead === undefined);
  const sentence = (
    <span
      title={why === undefined ? [lead, text].filter(Boolean).join(" ") : undefined}
      className={clsx("block min-w-0 truncate text-secondary", calm ? "text-ink-3" : "text-ink-2")}
    >
      {(ticking || lead !== undefined) && (
        <strong className={clsx("font-semibold", drained ? "text-ink-3" : "text-ink")}>
          {ticking && row.approvalExpiresAt !== undefined ? (
            <ApprovalLead lead={lead ?? "Waiting for approval"} expiresAt={row.approvalExpiresAt} />
          ) : (
            lead
          )}{" "}
        </strong>
      )}
      {text}
    </span>
  );
  if (why === undefined) return sentence;
  // Above the row's own link, so that the pointer that rests on it is known.
  return (
    <Link
      href={pipelinePath(row.target, row.name)}
      prefetch={false}
      tabIndex={-1}
      data-why={why}
      data-why-run={row.failed?.executionId}
      className="relative block min-w-0 text-inherit outline-none"
    >
      {sentence}
    </Link>
  );
}

/** In the place of what was known: why it is not known any more. */
function deniedSentence(target: string, permission: string): Sentence {
  return { lead: "It may not be read.", text: `The role of ${target} lacks ${permission}` };
}

/** The stage a failed row is about: a card tells about it. */
function failedStage({ status, stations, executionMode, failed }: PipelineRow): string | undefined {
  if (status !== "Failed") return undefined;
  // Side by side, another execution may stand failed in a later stage.
  if (executionMode === "PARALLEL") return failed?.stage;
  return stations.findLast(({ standing }) => standing === "Failed" || standing === "Errored")?.stage;
}
