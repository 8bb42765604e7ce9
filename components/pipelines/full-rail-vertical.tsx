"use client";

import { useMemo, useRef } from "react";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import type { SelectAction } from "./action-selection";
import { railStations } from "./full-rail-layout";
import { FullRailVerticalApproach } from "./full-rail-vertical-approach";
import { FullRailVerticalStation } from "./full-rail-vertical-station";
import { useTrainSlide } from "./use-train-slide";

export interface FullRailVerticalProps {
  state: PipelineState;
  select: SelectAction;
}

/** The full rail on phones: the line runs downwards, one stage under the other, in thumb's reach. */
export function FullRailVertical({ state, select }: FullRailVerticalProps) {
  const frame = useRef<HTMLElement>(null);
  const stations = useMemo(() => railStations(state), [state]);
  useTrainSlide(frame);
  return (
    <section ref={frame} aria-label="Stages" className="px-4 pt-4 pb-2">
      {stations.map((station, index) => (
        <div key={station.stage.name}>
          <FullRailVerticalApproach station={station} first={index === 0} />
          <FullRailVerticalStation station={station} last={index === stations.length - 1} select={select} />
        </div>
      ))}
    </section>
  );
}
