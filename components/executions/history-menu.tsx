"use client";

import { useEffect, useRef } from "react";
import { pipelineDialogs } from "@/components/pipelines/pipeline-dialogs-part";
import type { PipelineParams } from "@/components/pipelines/use-pipeline-params";
import { Button } from "@/components/ui/button";
import { placeNear } from "@/components/ui/place-near";
import { shortExecution } from "@/lib/domain/short-id";
import type { HistoryOffer } from "./history-offers";

export interface HistoryMenuProps {
  id: string;
  anchor: HTMLElement;
  offers: readonly HistoryOffer[];
  onOpen: (params: PipelineParams) => void;
  onClose: () => void;
}

/** What can be pressed on one execution, by its row; what is off says why. */
export function HistoryMenu({ id, anchor, offers, onOpen, onClose }: HistoryMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = menu;
    if (current === null) return;
    current.showPopover();
    placeNear(anchor, current, "end");
    current.querySelector("button")?.focus();
  }, [anchor]);
  return (
    <div
      ref={menu}
      popover="auto"
      onToggle={(event) => {
        if (event.newState === "closed") onClose();
      }}
      className="fixed inset-auto m-0 w-max max-w-[min(320px,calc(100vw-16px))] min-w-56 rounded-card border border-line bg-surface p-3 text-ink shadow-float"
    >
      {offers.length === 0 ? (
        <p className="text-secondary text-ink-3">Nothing can be pressed on {shortExecution(id)} any more.</p>
      ) : (
        <ul aria-label={`Presses on ${shortExecution(id)}`} className="flex flex-col gap-2">
          {offers.map(({ open, label, off, danger = false }) => (
            <li key={label} className="flex flex-col gap-0.5">
              <Button
                className="w-full max-sm:!h-11"
                variant={danger ? "danger" : "normal"}
                disabledReason={off}
                {...pipelineDialogs.intent}
                onClick={() => {
                  menu.current?.hidePopover();
                  onOpen(open);
                }}
              >
                {label}
              </Button>
              {off !== undefined && <span className="text-label text-ink-3">{off}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
