"use client";

import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Problem } from "@/lib/contract/problem";
import { formatAge } from "@/lib/domain/age";
import { elapsedMs } from "@/lib/domain/elapsed";
import type { Freshness } from "@/lib/domain/freshness";
import type { Instant } from "@/lib/domain/instant";
import { clockTime } from "@/lib/domain/instant-words";
import { useAtNow } from "@/lib/queries/server-now";
import { deniedRole } from "./denied-role";
import { ReadNowButton } from "./read-now-button";
import { reasonWords, silenceLead } from "./reason-words";

export interface PipelineFreshnessBannerProps {
  target: string;
  pipeline: string;
  /** Any answer of ours about one pipeline. */
  reply: { freshness: Freshness; now: Instant; state?: { row: { asOf: Instant | null } } };
  /** The latest answer, when it was no state. */
  problem?: Problem;
  onTryNow: () => void;
}

/** When it is read again, counting down. */
function Until({ instant }: { instant: Instant }) {
  return useAtNow((now) => {
    const left = Date.parse(instant) - now;
    return left >= 1000 ? `in ${formatAge(left)}` : "now";
  });
}

/** How long our own server has said nothing. */
function Silence({ since }: { since: Instant }) {
  const age = useAtNow((now) => formatAge(elapsedMs(since, now) ?? 0));
  return `No live changes for ${age}.`;
}

/** Why what is shown may not be the present, since when, and when it is read again. Nothing when all is well. */
export function PipelineFreshnessBanner({
  target,
  pipeline,
  reply,
  problem,
  onTryNow,
}: PipelineFreshnessBannerProps) {
  const { freshness } = reply;
  const asOf = reply.state?.row.asOf ?? freshness.asOf;
  const seen = asOf === null ? "" : `Seen at ${clockTime(asOf)}. `;
  const readNow = (label: string) => <ReadNowButton target={target} pipeline={pipeline} label={label} />;
  const tryNow = (
    <Button size="sm" onClick={onTryNow}>
      Try now
    </Button>
  );
  if (problem?.code === "pipeline.not-found" || problem?.code === "target.not-found") {
    return (
      <Banner tone="bad" glyph="alert" lead="It is gone." action={tryNow}>
        {seen}AWS no longer has this pipeline; below is how it was last seen.
      </Banner>
    );
  }
  if (problem !== undefined) {
    return (
      <Banner tone="wait" glyph="broken" lead={<Silence since={reply.now} />} action={tryNow}>
        {problem.code === "network.lost" ? "Pipedeck does not answer; " : `${problem.title}; `}
        trying again every few seconds.
      </Banner>
    );
  }
  switch (freshness.kind) {
    case "live":
    case "catching-up":
      return null;
    case "throttled":
      return (
        <Banner tone="wait" glyph="filter" lead={`AWS is throttling ${target}.`} action={readNow("Read now")}>
          {seen}Next read <Until instant={freshness.nextTryAt} />.
        </Banner>
      );
    case "unreachable":
      return (
        <Banner
          tone="bad"
          glyph="broken"
          lead={silenceLead(target, freshness.reason)}
          action={readNow("Try now")}
        >
          {seen}No good reply since {clockTime(freshness.since)}: {reasonWords(freshness.reason)}. Next try{" "}
          <Until instant={freshness.nextTryAt} />.
        </Banner>
      );
    case "denied":
      return (
        <Banner tone="bad" glyph="lock" lead={`${target} may not be read.`} action={readNow("Try now")}>
          {seen}
          {deniedRole(freshness.principal)} lacks <code className="font-mono">{freshness.permission}</code>.
          Next try <Until instant={freshness.nextTryAt} />.
        </Banner>
      );
  }
}
