"use client";

import { StatusIcon } from "@/components/ui/status-icon";
import type { Freshness } from "@/lib/domain/freshness";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { waitingDoubt } from "@/lib/domain/waiting-time";
import { useApprovers } from "@/lib/queries/access-queries";
import { useAtNow } from "@/lib/queries/server-now";
import { useDrained } from "./drained";
import { WaitingTimeWords } from "./waiting-time-words";
import { whoMayAnswer } from "./who-may-answer";

export interface PipelineWaitingProps {
  state: PipelineState;
  freshness: Freshness;
}

/** Why the pipeline is not moving, or what it does instead, in one sentence, with the icon of what holds it. */
export function PipelineWaiting({ state, freshness }: PipelineWaitingProps) {
  const drained = useDrained();
  const { target, name, status, sentence } = state.row;
  const waiting = state.waiting ?? { cause: "unknown", ...sentence };
  const doubt = useAtNow((now) => waitingDoubt(freshness, now));
  const approvers = useApprovers({ target, pipeline: name }, waiting.stage);
  const asks = waiting.cause === "approval" && approvers.length > 0;
  return (
    <div className="flex min-h-[39px] items-center gap-2 border-b bg-surface px-page py-2 max-sm:px-4 max-sm:py-3">
      {status !== null && (
        <span className="max-sm:hidden">
          <StatusIcon standing={status} size={16} drained={drained} />
        </span>
      )}
      <p className="min-w-0 text-body break-words text-ink max-sm:text-[15px] max-sm:leading-[22px]">
        {waiting.lead !== undefined && <strong className="font-semibold">{waiting.lead} </strong>}
        {waiting.text}
        <WaitingTimeWords of={{ target, pipeline: name }} waiting={waiting} />
        {asks && <span className="text-ink-3"> {whoMayAnswer(approvers)}</span>}
        {doubt !== undefined && <span className="text-wait"> {doubt}</span>}
      </p>
    </div>
  );
}
