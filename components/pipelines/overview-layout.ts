import { useMemo, useSyncExternalStore } from "react";
import { useDrawnSize } from "@/components/layout/window-size";

export interface OverviewLayout {
  mode: "wide" | "medium" | "two-line" | "card";
  /** CSS pixels a row's rail has. */
  railWidth: number;
  rowHeight: number;
}

const CARD_MARGINS = 54;

/** The shape of the list in a window `width` CSS pixels wide, of which a scroll bar may leave less to the page. */
export function overviewLayout(width: number, pageWidth = width): OverviewLayout {
  if (width >= 1280) return { mode: "wide", railWidth: 468, rowHeight: 28 };
  if (width >= 1024) return { mode: "medium", railWidth: 340, rowHeight: 28 };
  if (width >= 640) return { mode: "two-line", railWidth: 260, rowHeight: 48 };
  return { mode: "card", railWidth: pageWidth - CARD_MARGINS, rowHeight: 82 };
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("resize", listener);
  return () => window.removeEventListener("resize", listener);
}

/** The shape of the list in this window, followed as it is resized; on the server in the window it draws for. */
export function useOverviewLayout(): OverviewLayout {
  const drawn = useDrawnSize();
  const width = useSyncExternalStore(
    subscribe,
    () => window.innerWidth,
    () => drawn.width,
  );
  const pageWidth = useSyncExternalStore(
    subscribe,
    () => document.documentElement.clientWidth,
    () => drawn.pageWidth,
  );
  return useMemo(() => overviewLayout(width, pageWidth), [width, pageWidth]);
}
