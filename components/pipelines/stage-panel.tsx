"use client";

import { useId } from "react";
import { InlineOnDemand } from "@/components/ui/inline-on-demand";
import { SidePanel } from "@/components/ui/side-panel";
import { SidePanelPlace } from "@/components/ui/side-panel-place";
import { StatusIcon } from "@/components/ui/status-icon";
import { useDrained } from "./drained";
import type { StagePanelBodyProps } from "./stage-panel-body";
import { stagePanelBody } from "./stage-panel-body-part";
import { StationWords } from "./station-words";

export interface StagePanelProps extends StagePanelBodyProps {
  /** Fills the screen, as on phones: it takes the focus and gives it back. */
  covers: boolean;
  onClose: () => void;
}

/** All about one stage: why it is not moving, what failed, what is inside and in front of it, its conditions. */
export function StagePanel({ covers, onClose, ...hand }: StagePanelProps) {
  const titleId = useId();
  const drained = useDrained();
  const { state, stage } = hand;
  const at = state.stages.findIndex(({ name }) => name === stage.name) + 1;
  return (
    <SidePanel titleId={titleId} covers={covers}>
      <header className="flex flex-col gap-1 px-4 pt-2.5 pb-3">
        <SidePanelPlace closeLabel="Close stage" onClose={onClose}>
          Stage {at} of {state.stages.length}
        </SidePanelPlace>
        <h2 id={titleId} className="flex min-w-0 items-center gap-2 text-section text-ink">
          <StatusIcon
            standing={stage.standing}
            percent={stage.percentComplete}
            size={18}
            drained={drained}
            decorative
          />
          <span className="min-w-0 break-words">{stage.name}</span>
        </h2>
        <StationWords stage={stage} />
      </header>
      <InlineOnDemand part={stagePanelBody} hand={hand} />
    </SidePanel>
  );
}
