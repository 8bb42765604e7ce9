"use client";

import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { useMediaQuery } from "@/components/pipelines/use-media-query";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import { isInFlight } from "@/lib/domain/in-flight";
import { timelineScale, timelineTicks } from "./timeline-axis";
import { TimelineAxisRow } from "./timeline-axis-row";
import { TimelineGrid } from "./timeline-grid";
import { TimelineHead } from "./timeline-head";
import { TimelinePhoneRow } from "./timeline-phone-row";
import { TimelineRow } from "./timeline-row";
import { timelineRows } from "./timeline-rows";
import { selectedRun } from "./timeline-selection";
import { isOpen, opensByItself, toggleStage } from "./timeline-stages-open";
import type { ChangeExecutionParams, ExecutionParams } from "./use-execution-params";
import { useStageInView } from "./use-stage-in-view";

/** Before the first measure. */
const USUAL_PX = 700;

export interface TimelineCardProps {
  execution: ExecutionDetail;
  params: ExecutionParams;
  change: ChangeExecutionParams;
  /** Epoch ms at which what still goes on is drawn to end. */
  now: number;
  runs: boolean;
}

/** Stages, actions and rules as lines of a table, with bars on one time axis. */
export function TimelineCard({ execution, params, change, now, runs }: TimelineCardProps) {
  const phone = useMediaQuery("(max-width: 639px)");
  const axis = useRef<HTMLDivElement>(null);
  const [widthPx, setWidthPx] = useState(USUAL_PX);
  useLayoutEffect(() => {
    const element = axis.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidthPx(element.clientWidth || USUAL_PX));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const { stages } = execution;
  useStageInView(params.stage);
  const fold = params.fold !== "off";
  const scale = useMemo(() => timelineScale(stages, { now, runs, fold }), [stages, now, runs, fold]);
  const ticks = useMemo(() => (scale === undefined ? [] : timelineTicks(scale, widthPx)), [scale, widthPx]);
  const selected = selectedRun(stages, params)?.run.id;
  const ended = !isInFlight(execution.summary.status);
  if (scale === undefined) {
    return (
      <p className="rounded-card border bg-surface p-4 text-ink-2 max-sm:rounded-none max-sm:border-x-0">
        {execution.denied.includes("codepipeline:ListActionExecutions")
          ? "When its actions ran may not be read."
          : "Nothing of this execution has run yet."}
      </p>
    );
  }
  const folds = scale.segments.filter((segment) => segment.folded);
  const groups = stages.map((stage) => {
    const open = isOpen(stage, params, phone);
    const rows = timelineRows(stage, { scale, now, open });
    // On phones a stage that is open by itself needs no line: its name stands before those of its actions.
    const shown = phone && open && opensByItself(stage, true) ? rows.slice(1) : rows;
    return { stage, rows: shown, prefixed: shown.length < rows.length };
  });
  return (
    <section
      aria-labelledby="timeline"
      className="rounded-card border bg-surface max-sm:rounded-none max-sm:border-x-0"
    >
      <TimelineHead
        stages={stages}
        scale={scale}
        now={now}
        runs={runs}
        folds={folds.length}
        fold={fold}
        phone={phone}
        onFold={() => change({ fold: fold ? "off" : undefined }, { replace: true })}
      />
      <div role="table" aria-label="Timeline" className="relative">
        <TimelineAxisRow axisRef={axis} ticks={ticks} folds={folds} />
        {groups.map(({ stage, rows, prefixed }) => (
          <div key={stage.name} role="rowgroup" data-stage={stage.name}>
            {rows.map((row) => {
              const shared = {
                row,
                ended,
                selected: row.kind === "stage" ? row.stage === params.stage : row.key === selected,
                onSelect: change,
                onToggle: () => change(toggleStage(stage, params, phone), { replace: true }),
                several: params.action !== undefined || params.rule !== undefined,
              };
              return phone ? (
                <TimelinePhoneRow key={row.key} {...shared} prefixed={prefixed} />
              ) : (
                <TimelineRow key={row.key} {...shared} />
              );
            })}
          </div>
        ))}
        <TimelineGrid ticks={ticks} folds={folds} />
      </div>
    </section>
  );
}
