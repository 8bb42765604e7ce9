"use client";

import { type KeyboardEvent, useMemo, useRef } from "react";
import { useOnDemand } from "@/components/ui/on-demand";
import { actionKey } from "@/lib/domain/action-key";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { type Arrow, actionBeside, type RevisionsOf, type SelectAction } from "./action-selection";
import { artifactOverlay } from "./artifact-overlay-part";
import { FullRailApproach } from "./full-rail-approach";
import { hasApproach, railColumns, railStations } from "./full-rail-layout";
import { StationColumn } from "./station-column";
import { useHeldColumns } from "./use-held-columns";
import { useOverflow } from "./use-overflow";
import { useTrainSlide } from "./use-train-slide";

const PAGE_PADDING_PX = 40;
const ARROWS: readonly string[] = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

export interface FullRailProps {
  state: PipelineState;
  selected?: string;
  /** A dialog is open over the page: nothing behind it moves. */
  dialogOpen: boolean;
  onSelect: (stage: string, action: string) => void;
  selectedStage?: string;
  onSelectStage: (stage: string) => void;
  onReview: (stage: string, action: string, executionId: string) => void;
  revisionsOf: RevisionsOf;
}

/**
 * The pipeline as a line: stages as stations, executions as trains, transitions as signals, actions beneath by run
 * order. What does not fit scrolls sideways inside its frame while the last station stays pinned.
 */
export function FullRail({ state, dialogOpen, ...shared }: FullRailProps) {
  const { selected, onSelect } = shared;
  const frame = useRef<HTMLElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const roomy = useMemo(() => railStations(state), [state]);
  const tight = useOverflow(frame, railColumns(roomy).minPx + PAGE_PADDING_PX);
  const stations = useMemo(() => (tight ? railStations(state, true) : roomy), [state, tight, roomy]);
  const overflows = useOverflow(frame, railColumns(stations).minPx + PAGE_PADDING_PX);
  const columns = railColumns(stations, overflows);
  const gates = stations.map(({ approach }) => approach.closed);
  const held = useHeldColumns(grid, { template: columns.template, gates }, dialogOpen);
  useTrainSlide(frame);
  const { Part: Overlay } = useOnDemand(artifactOverlay, selected !== undefined);

  const keys = state.stages.flatMap((stage) =>
    stage.actions.map((action) => actionKey(stage.name, action.name)),
  );
  const select: SelectAction = {
    ...shared,
    tabStop: selected !== undefined && keys.includes(selected) ? selected : keys[0],
  };

  const move = (event: KeyboardEvent<HTMLElement>) => {
    const from = event.target instanceof HTMLElement ? event.target.dataset.action : undefined;
    if (from === undefined || !isArrow(event.key)) {
      return;
    }
    event.preventDefault();
    const to = actionBeside(state.stages, from, event.key);
    const card = frame.current?.querySelector<HTMLElement>(`[data-action="${CSS.escape(to)}"]`);
    card?.focus();
    card?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    const [stage, action] = to.split("/");
    if (selected !== undefined && stage !== undefined && action !== undefined) {
      onSelect(stage, action);
    }
  };

  return (
    <section
      ref={frame}
      aria-label="Stages"
      onKeyDown={move}
      {...artifactOverlay.intent}
      className="overflow-x-auto px-page pt-4 pb-5"
    >
      <div
        ref={grid}
        className="relative grid items-start"
        style={{ gridTemplateColumns: held.columns, maxWidth: columns.maxPx, minWidth: columns.minPx }}
        {...held.handlers}
      >
        {stations.map((station, index) => (
          <div key={station.stage.name} className="contents">
            {index > 0 || hasApproach(station) ? (
              <FullRailApproach station={station} first={index === 0} />
            ) : (
              <span />
            )}
            <StationColumn
              station={station}
              last={index === stations.length - 1}
              pinned={overflows && index === stations.length - 1}
              select={select}
            />
          </div>
        ))}
        {Overlay !== undefined && (
          <Overlay frame={frame} grid={grid} stages={state.stages} selected={selected} />
        )}
      </div>
    </section>
  );
}

function isArrow(key: string): key is Arrow {
  return ARROWS.includes(key);
}
