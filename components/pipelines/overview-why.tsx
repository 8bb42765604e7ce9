"use client";

import { useEffect } from "react";
import { useOnDemand } from "@/components/ui/on-demand";
import { overviewWhyCard } from "./overview-why-card-part";

/** How long the pointer rests on a sentence before its card comes. */
const REST_MS = 350;

export interface OverviewWhyProps {
  /** The sentence whose card is open. */
  anchor: HTMLElement | null;
  onAnchor: (anchor: HTMLElement | null) => void;
}

/** Why a row stands failed, beside its sentence: for a pointer that rests on it, or for the key w on the row. */
export function OverviewWhy({ anchor, onAnchor }: OverviewWhyProps) {
  const { Part } = useOnDemand(overviewWhyCard, anchor !== null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = (event: PointerEvent) => {
      const sentence =
        event.target instanceof Element ? event.target.closest<HTMLElement>("[data-why]") : null;
      clearTimeout(timer);
      if (sentence === null || event.pointerType !== "mouse") return;
      overviewWhyCard.ask();
      timer = setTimeout(() => onAnchor(sentence), REST_MS);
    };
    document.addEventListener("pointerover", over);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerover", over);
    };
  }, [onAnchor]);
  if (anchor === null || Part === undefined) return null;
  const row = anchor.closest("[data-line]")?.querySelector<HTMLElement>("[data-row]")?.dataset.row ?? "";
  const slash = row.indexOf("/");
  if (slash < 1) return null;
  return (
    <Part
      key={row}
      of={{ target: row.slice(0, slash), pipeline: row.slice(slash + 1), stage: anchor.dataset.why ?? "" }}
      executionId={anchor.dataset.whyRun}
      anchor={anchor}
      onClose={() => onAnchor(null)}
    />
  );
}
