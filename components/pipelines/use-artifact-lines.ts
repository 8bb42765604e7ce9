import { type RefObject, useLayoutEffect, useState } from "react";
import { actionKey } from "@/lib/domain/action-key";
import type { ActionPlace, ArtifactLink } from "@/lib/domain/artifact-links";
import { artifactPath, type CardBox } from "./artifact-paths";

/** What is drawn for some links: a line each, and the cards at their ends. */
export interface ArtifactLines {
  lines: Array<{ key: string; path: string }>;
  cards: Array<{ key: string; box: CardBox }>;
}

const NONE: ArtifactLines = { lines: [], cards: [] };

/** Finds the cards of links in the grid, again when the frame scrolls or the grid changes its size. */
export function useArtifactLines(
  frame: RefObject<HTMLElement | null>,
  grid: RefObject<HTMLElement | null>,
  links: readonly ArtifactLink[],
): ArtifactLines {
  const [drawn, setDrawn] = useState<ArtifactLines>(NONE);
  const shape = JSON.stringify(links);
  useLayoutEffect(() => {
    const [outer, inner] = [frame.current, grid.current];
    const wanted: ArtifactLink[] = JSON.parse(shape);
    if (outer === null || inner === null || wanted.length === 0) {
      setDrawn(NONE);
      return;
    }
    const draw = () => setDrawn(linesIn(inner, wanted));
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(inner);
    outer.addEventListener("scroll", draw, { passive: true });
    return () => {
      observer.disconnect();
      outer.removeEventListener("scroll", draw);
    };
  }, [frame, grid, shape]);
  return drawn;
}

function linesIn(grid: HTMLElement, links: readonly ArtifactLink[]): ArtifactLines {
  const corner = grid.getBoundingClientRect();
  const boxes = new Map<string, CardBox>();
  const boxOf = ({ stage, action }: ActionPlace) => {
    const key = actionKey(stage, action);
    const known = boxes.get(key);
    if (known !== undefined) return known;
    const card = grid.querySelector(`[data-action="${CSS.escape(key)}"]`);
    if (card === null) return undefined;
    const { left, top, width, height } = card.getBoundingClientRect();
    const box = { left: left - corner.left, top: top - corner.top, width, height };
    boxes.set(key, box);
    return box;
  };
  const lines = links.flatMap(({ artifact, from, to }) => {
    const [start, end] = [boxOf(from), boxOf(to)];
    if (start === undefined || end === undefined) return [];
    const key = [artifact, actionKey(from.stage, from.action), actionKey(to.stage, to.action)].join(" ");
    return [{ key, path: artifactPath(start, end) }];
  });
  return { lines, cards: [...boxes].map(([key, box]) => ({ key, box })) };
}
