"use client";

import clsx from "clsx";
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useMediaQuery } from "@/components/pipelines/use-media-query";
import { InlineOnDemand } from "@/components/ui/inline-on-demand";
import { useOnDemand } from "@/components/ui/on-demand";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import { isInFlight } from "@/lib/domain/in-flight";
import type { Span } from "@/lib/domain/timeline";
import { panned, zoomed, zoomScale } from "@/lib/domain/timeline-zoom";
import { useDurations } from "@/lib/queries/duration-queries";
import { timelineScale, timelineTicks } from "./timeline-axis";
import { TimelineAxisRow } from "./timeline-axis-row";
import { TimelineGrid } from "./timeline-grid";
import { TimelineHead } from "./timeline-head";
import { timelineGestures, timelineTable } from "./timeline-parts-on-demand";
import { TimelinePhoneRow } from "./timeline-phone-row";
import { rangeText, readRange } from "./timeline-range";
import { TimelineRow } from "./timeline-row";
import { timelineRows } from "./timeline-rows";
import { selectedRun } from "./timeline-selection";
import { hasRoom, isOpen, opensByItself, toggleStage } from "./timeline-stages-open";
import { TimelineZoomButtons } from "./timeline-zoom-buttons";
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
  const table = params.view === "table";
  const axis = useRef<HTMLDivElement>(null);
  const [widthPx, setWidthPx] = useState(USUAL_PX);
  useLayoutEffect(() => {
    const element = axis.current;
    if (table || element === null) return;
    const observer = new ResizeObserver(() => setWidthPx(element.clientWidth || USUAL_PX));
    observer.observe(element);
    return () => observer.disconnect();
  }, [table]);

  const { stages } = execution;
  useStageInView(params.stage);
  const fold = params.fold !== "off";
  const whole = useMemo(() => timelineScale(stages, { now, runs, fold }), [stages, now, runs, fold]);
  const scale = useMemo(
    () => whole && zoomScale(whole, readRange(params.range, whole.fromMs)),
    [whole, params.range],
  );
  const usual = useDurations(execution.target, execution.pipeline);
  const [isNear, setNear] = useState(false);
  const { Part: Gestures } = useOnDemand(timelineGestures, isNear);
  const section = useRef<HTMLElement>(null);
  const ticks = useMemo(() => (scale === undefined ? [] : timelineTicks(scale, widthPx)), [scale, widthPx]);
  const selected = selectedRun(stages, params)?.run.id;
  const ended = !isInFlight(execution.summary.status);
  if (scale === undefined || whole === undefined) {
    return (
      <p className="rounded-card border bg-surface p-4 text-ink-2 max-sm:rounded-none max-sm:border-x-0">
        {execution.denied.includes("codepipeline:ListActionExecutions")
          ? "When its actions ran may not be read."
          : stages.some(({ actions }) => actions.length > 0)
            ? "AWS does not tell when what it did ran."
            : "Nothing of this execution has run yet."}
      </p>
    );
  }
  const folds = scale.segments.filter((segment) => segment.folded);
  const narrow = !hasRoom(stages, phone);
  const range = readRange(params.range, whole.fromMs);
  const show = (next: Span | undefined) =>
    change({ range: rangeText(next, whole.fromMs) }, { replace: true });
  const zoomBy = (factor: number) => show(zoomed(whole, range, { factor, at: 0.5 }));
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || table) return;
    if (event.key === "+" || event.key === "=") zoomBy(0.5);
    else if (event.key === "-") zoomBy(2);
    else if (event.key === "0") show(undefined);
    else if (event.shiftKey && event.key === "ArrowLeft") show(panned(whole, range, -0.25));
    else if (event.shiftKey && event.key === "ArrowRight") show(panned(whole, range, 0.25));
    else return;
    event.preventDefault();
  };
  const groups = stages.map((stage) => {
    const open = table || isOpen(stage, params, narrow);
    const rows = timelineRows(stage, { scale: table ? whole : scale, now, open, usual });
    // On phones a stage that is open by itself needs no line: its name stands before those of its actions.
    const shown = phone && !table && open && opensByItself(stage, true) ? rows.slice(1) : rows;
    return { stage, rows: shown, prefixed: shown.length < rows.length };
  });
  return (
    <section
      ref={section}
      aria-labelledby="timeline"
      onKeyDown={onKey}
      onPointerEnter={() => setNear(true)}
      className={clsx(
        "rounded-card border bg-surface max-sm:rounded-none max-sm:border-x-0",
        !table && "touch-pan-y",
      )}
    >
      <TimelineHead
        stages={stages}
        scale={whole}
        now={now}
        runs={runs}
        folds={whole.segments.filter((segment) => segment.folded).length}
        fold={fold}
        phone={phone}
        onFold={() => change({ fold: fold ? "off" : undefined }, { replace: true })}
        table={table}
        onTable={() => change({ view: table ? undefined : "table" }, { replace: true })}
      />
      {Gestures !== undefined && !table && (
        <Gestures section={section} axis={axis} scale={whole} range={range} onRange={show} />
      )}
      {table ? (
        <InlineOnDemand
          part={timelineTable}
          hand={{ rows: groups.flatMap(({ rows }) => rows), ended, onSelect: change }}
        />
      ) : (
        <div role="table" aria-label="Timeline" className="relative">
          <TimelineAxisRow
            axisRef={axis}
            ticks={ticks}
            folds={folds}
            zoom={
              <TimelineZoomButtons
                isZoomed={range !== undefined}
                onZoom={zoomBy}
                onWhole={() => show(undefined)}
              />
            }
          />
          {groups.map(({ stage, rows, prefixed }) => (
            <div key={stage.name} role="rowgroup" data-stage={stage.name}>
              {rows.map((row) => {
                const shared = {
                  row,
                  ended,
                  selected: row.kind === "stage" ? row.stage === params.stage : row.key === selected,
                  onSelect: change,
                  onToggle: () => change(toggleStage(stage, params, narrow), { replace: true }),
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
      )}
    </section>
  );
}
