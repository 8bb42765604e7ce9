"use client";

import { type RefObject, useMemo } from "react";
import { readActionKey } from "@/lib/domain/action-key";
import { artifactLinks, linksOf } from "@/lib/domain/artifact-links";
import { nameList } from "@/lib/domain/name-list";
import type { StageState } from "@/lib/domain/pipeline-state";
import { useArtifactLines } from "./use-artifact-lines";
import { useTouchedAction } from "./use-touched-action";

export interface ArtifactOverlayProps {
  frame: RefObject<HTMLElement | null>;
  /** What the lines are drawn in. */
  grid: RefObject<HTMLElement | null>;
  stages: readonly StageState[];
  /** Key of the action in the panel: its artifacts stay drawn while no other action is touched. */
  selected?: string;
}

/** Artifacts as lines from the action that puts them out to those that take them, for the action that is touched. */
export function ArtifactOverlay({ frame, grid, stages, selected }: ArtifactOverlayProps) {
  const touched = useTouchedAction(frame) ?? selected;
  const links = useMemo(() => artifactLinks(stages), [stages]);
  const place = readActionKey(touched);
  const of = place === undefined ? undefined : linksOf(links, place);
  const drawn = of === undefined ? [] : [...of.into, ...of.outOf];
  const { lines, cards } = useArtifactLines(frame, grid, drawn);
  const words = place === undefined || of === undefined ? "" : wordsOf(place.action, of);
  return (
    <>
      <svg
        aria-hidden
        className="pointer-events-none absolute inset-0 z-20 size-full overflow-visible text-accent"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
      >
        {cards
          .filter(({ key }) => key !== touched)
          .map(({ key, box }) => (
            <rect key={key} x={box.left} y={box.top} width={box.width} height={box.height} rx={6} />
          ))}
        {lines.map(({ key, path }) => (
          <path key={key} d={path} strokeOpacity={0.75} />
        ))}
      </svg>
      <p role="status" className="absolute -bottom-[18px] left-0 max-w-full truncate text-label text-ink-2">
        {words}
      </p>
    </>
  );
}

function wordsOf(action: string, { into, outOf }: ReturnType<typeof linksOf>): string {
  const takes = into.map(({ artifact, from }) => `${artifact} from ${from.stage}.${from.action}`);
  const artifacts = [...new Set(outOf.map(({ artifact }) => artifact))];
  const gives = artifacts.map((artifact) => {
    const takers = outOf
      .filter((link) => link.artifact === artifact)
      .map(({ to }) => `${to.stage}.${to.action}`);
    return `${artifact} to ${nameList(takers)}`;
  });
  const parts = [
    ...(takes.length > 0 ? [`takes ${nameList(takes)}`] : []),
    ...(gives.length > 0 ? [`gives ${nameList(gives)}`] : []),
  ];
  return parts.length === 0 ? "" : `${action} ${parts.join(", and ")}`;
}
