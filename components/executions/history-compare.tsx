"use client";

import { Button } from "@/components/ui/button";
import { Glyph } from "@/components/ui/glyph";
import { InlineOnDemand } from "@/components/ui/inline-on-demand";
import { onDemand } from "@/components/ui/on-demand";
import { Ticket } from "@/components/ui/ticket";
import { shortExecution } from "@/lib/domain/short-id";
import type { HistoryComparisonProps } from "./history-comparison";

const comparison = onDemand<HistoryComparisonProps>(() =>
  import("./history-comparison").then(({ HistoryComparison }) => HistoryComparison),
);

export interface HistoryCompareProps {
  target: string;
  pipeline: string;
  /** One or two executions. */
  ids: readonly string[];
  onSwap: () => void;
  onClose: () => void;
}

/** At the lower edge: which executions are chosen, and, once there are two, what differs between them. */
export function HistoryCompare({ target, pipeline, ids, onSwap, onClose }: HistoryCompareProps) {
  const [one, other] = ids;
  if (one === undefined) return null;
  return (
    <section
      aria-label="Compare"
      className="sticky bottom-tabs z-20 max-h-[56dvh] overflow-y-auto border-t bg-surface pb-4 shadow-float max-sm:max-h-[72dvh]"
    >
      <div className="sticky top-0 z-10 flex min-h-11 flex-wrap items-center gap-x-2.5 gap-y-1 border-b bg-surface px-page py-1.5 max-sm:px-4">
        <h2 className="text-section text-ink">Compare</h2>
        <Ticket label={shortExecution(one)} title={one} />
        {other === undefined ? (
          <p className="min-w-0 flex-1 text-secondary text-ink-3">with another: choose it in the list</p>
        ) : (
          <>
            <span className="text-ink-3">and</span>
            <Ticket label={shortExecution(other)} title={other} />
            <p className="min-w-0 flex-1 text-secondary text-ink-3 max-sm:hidden">
              only what differs is bold
            </p>
          </>
        )}
        <div className="ml-auto flex items-center gap-1.5">
          {other !== undefined && (
            <Button size="sm" onClick={onSwap}>
              Swap
            </Button>
          )}
          <button
            type="button"
            aria-label="Compare no more"
            onClick={onClose}
            className="thumb flex size-6 items-center justify-center rounded-control text-ink-2 hover:bg-hover"
          >
            <Glyph name="close" />
          </button>
        </div>
      </div>
      {other !== undefined && (
        <InlineOnDemand part={comparison} hand={{ target, pipeline, ids: [one, other] }} />
      )}
    </section>
  );
}
