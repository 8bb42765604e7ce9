import { usePathname } from "next/navigation";
import { useState } from "react";
import { pipelineOf } from "@/lib/domain/row-places";
import type { Here } from "./here-entries";

/** The pipeline at hand when the palette was opened: that of the page, or of the overview's row that had the focus. */
export function useAtHand(opener: Element | null): Here | null {
  const pathname = usePathname();
  const [row] = useState(() => rowOf(opener));
  const [, target, pipeline] = /^\/pipelines\/([^/]+)\/([^/]+)/.exec(pathname) ?? [];
  if (target !== undefined && pipeline !== undefined)
    return { target: decoded(target), pipeline: decoded(pipeline) };
  return pathname === "/" ? row : null;
}

function rowOf(opener: Element | null): Here | null {
  const key = opener instanceof HTMLElement ? opener.dataset.row : undefined;
  if (key === undefined) return null;
  const { target, name } = pipelineOf(key);
  return { target, pipeline: name };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
