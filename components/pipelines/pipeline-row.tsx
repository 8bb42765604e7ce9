"use client";

import clsx from "clsx";
import { memo } from "react";
import { Age } from "@/components/ui/age";
import type { PipelineRow as Row } from "@/lib/domain/pipeline";
import type { OverviewLayout } from "./overview-layout";
import { PipelineRowCard } from "./pipeline-row-card";
import { PipelineRowLine } from "./pipeline-row-line";
import { PipelineRowName } from "./pipeline-row-name";
import { PipelineRowPress } from "./pipeline-row-press";
import { PipelineRowSentence } from "./pipeline-row-sentence";
import { PipelineRowStatus } from "./pipeline-row-status";
import { rowPress } from "./row-press";

export interface PipelineRowProps {
  row: Row;
  layout: OverviewLayout;
  drained: boolean;
  /** No longer in AWS's list; kept until a new order is asked for. */
  gone: boolean;
  showTarget: boolean;
}

/** Another answer that shows the same. When AWS was asked is not shown, only what comes of it: `drained`. */
function showsSame(before: PipelineRowProps, after: PipelineRowProps): boolean {
  const { row: old, ...others } = before;
  const { row, ...next } = after;
  const same = old === row || shallowlyEqual({ ...old, asOf: null }, { ...row, asOf: null });
  return same && shallowlyEqual(others, next);
}

function shallowlyEqual(a: object, b: object): boolean {
  const values = new Map<string, unknown>(Object.entries(b));
  const entries: [string, unknown][] = Object.entries(a);
  return entries.length === values.size && entries.every(([key, value]) => values.get(key) === value);
}

/** One pipeline of the overview, in the shape its width allows. */
export const PipelineRow = memo(function PipelineRow(props: PipelineRowProps) {
  const { row, layout, gone, showTarget } = props;
  const drained = props.drained || gone;
  const shown = gone ? { ...row, denied: undefined, sentence: { text: "No longer in AWS's list" } } : row;
  const press = gone ? undefined : rowPress(row);
  return (
    <div
      className={clsx(
        "group/row relative h-full border-b px-page max-sm:px-4",
        drained
          ? "hatched bg-surface hover:bg-hover"
          : "bg-surface hover:bg-hover has-focus-visible:bg-hover",
        "before:absolute before:inset-y-0 before:left-0 before:w-0.5 has-focus-visible:before:bg-accent",
      )}
    >
      {layout.mode === "card" ? (
        <PipelineRowCard
          row={shown}
          drained={drained}
          layout={layout}
          showTarget={showTarget}
          press={press}
        />
      ) : (
        <div
          className={clsx(
            "grid h-full items-center gap-x-3",
            layout.mode === "wide" && "grid-cols-[128px_232px_468px_minmax(0,1fr)_64px]",
            layout.mode === "medium" && "grid-cols-[128px_200px_340px_minmax(0,1fr)_56px]",
            layout.mode === "two-line" && "grid-cols-[128px_minmax(0,1fr)_260px_56px] content-center",
          )}
        >
          <div role="cell" className="min-w-0">
            <PipelineRowStatus row={shown} drained={drained} />
          </div>
          <div role="cell" className="min-w-0">
            <PipelineRowName row={shown} drained={drained} showTarget={showTarget} />
          </div>
          <div role="cell" className="min-w-0">
            <PipelineRowLine
              row={shown}
              width={layout.railWidth}
              slim={layout.mode !== "wide"}
              drained={drained}
            />
          </div>
          <div
            role="cell"
            className={clsx(
              "flex min-w-0 items-center gap-2",
              layout.mode === "two-line" && "order-last col-span-3 col-start-2",
            )}
          >
            <PipelineRowSentence row={shown} drained={drained} />
            {press !== undefined && <PipelineRowPress press={press} of={row.name} />}
          </div>
          <div role="cell" className="text-right text-secondary text-ink-3">
            {shown.changedAt !== undefined && <Age at={shown.changedAt} />}
          </div>
        </div>
      )}
    </div>
  );
}, showsSame);
