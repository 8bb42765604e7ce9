"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useDrained } from "@/components/pipelines/drained";
import { MiniRail } from "@/components/pipelines/mini-rail";
import { FreshnessChip } from "@/components/ui/freshness-chip";
import { Glyph } from "@/components/ui/glyph";
import { InlineOnDemand } from "@/components/ui/inline-on-demand";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusIcon } from "@/components/ui/status-icon";
import type { InboxItem } from "@/lib/contract/inbox";
import type { PipelineStateReply } from "@/lib/contract/pipeline-state";
import type { Problem } from "@/lib/contract/problem";
import { pipelinePath } from "@/lib/domain/pipeline-path";
import type { InboxPlace } from "./inbox-place";
import { InboxPreviewFoot } from "./inbox-preview-foot";
import { inboxPreview } from "./inbox-preview-part";
import type { ItemPresence } from "./item-presence";

const RAIL_PX = 322;

export interface InboxPreviewProps {
  place: InboxPlace;
  /** The item as it is, or was when last seen. */
  item: InboxItem | undefined;
  /** Settled: it needs nobody any more, or never did. */
  presence: ItemPresence;
  reply: PipelineStateReply | undefined;
  problem: Problem | undefined;
  onPress: () => void;
}

/** All about one item: what would come of it, and the buttons that open the decision. */
export function InboxPreview({ place, item, presence, reply, problem, onPress }: InboxPreviewProps) {
  const settled = presence === "settled";
  const stage = reply?.state.stages.find(({ name }) => name === place.stage);
  const address = pipelinePath(place.target, place.pipeline);
  const drained = useDrained();
  return (
    <>
      <div className="flex flex-col gap-1 px-4 py-3">
        <div className="flex min-w-0 items-center gap-2">
          <StatusIcon
            standing={settled ? "Succeeded" : (item?.standing ?? "NotYetRun")}
            size={18}
            drained={drained}
            decorative
          />
          <h2 className="min-w-0 truncate text-section text-ink" title={place.pipeline}>
            {place.pipeline}
          </h2>
          <span className="shrink-0 text-secondary text-ink-3">{place.target}</span>
          <Link
            href={address}
            prefetch={false}
            className="thumb ml-auto shrink-0 font-medium text-accent hover:underline"
          >
            Pipeline
          </Link>
        </div>
        <p className="text-ink-2">{settled ? "It needs nobody any more." : item?.title}</p>
        {presence === "left-out" && (
          <p className="text-secondary text-ink-2">
            The inbox has more than is listed, and this is not among it. Whether it still needs a person is
            told by its pipeline.
          </p>
        )}
        {!settled && item !== undefined && item.text !== "" && (item.kind !== "failure" || item.ownPage) && (
          <p className="text-secondary text-ink-3">{item.text}</p>
        )}
        {reply && (
          <span className="mt-1 flex flex-col gap-2">
            <MiniRail row={reply.state.row} width={RAIL_PX} slim drained={drained} />
            {reply.freshness.kind !== "live" && (
              <span className="flex">
                <FreshnessChip freshness={reply.freshness} />
              </span>
            )}
          </span>
        )}
      </div>
      <Body problem={reply === undefined ? problem : undefined}>
        {stage !== undefined && item !== undefined && !settled ? (
          <InlineOnDemand part={inboxPreview} hand={{ item, stage }} />
        ) : settled || (presence === "left-out" && item === undefined) ? null : (
          <span className="flex flex-col gap-3 border-t px-4 py-3">
            <Skeleton className="h-4 w-24" />
            <Skeleton className="h-28 w-full" />
          </span>
        )}
      </Body>
      {stage !== undefined && item !== undefined && !settled && (
        <InboxPreviewFoot item={item} stage={stage} onPress={onPress} />
      )}
    </>
  );
}

function Body({ problem, children }: { problem: Problem | undefined; children: ReactNode }) {
  if (problem === undefined) return children;
  return (
    <p role="alert" className="flex gap-2 border-t px-4 py-3 text-secondary text-ink-2">
      <Glyph name="broken" />
      {problem.detail ?? problem.title}
    </p>
  );
}
