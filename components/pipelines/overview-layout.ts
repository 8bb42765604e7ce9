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

/**
 * Width of the window, and what a scroll bar leaves of it to the page: measured when one of them changes. Asked at any
 * other time, the browser would lay out the whole page to answer.
 */
let measured: { width: number; pageWidth: number } | undefined;

function measure(): { width: number; pageWidth: number } {
  return { width: window.innerWidth, pageWidth: document.documentElement.clientWidth };
}

function measuredWidth(): number {
  measured ??= measure();
  return measured.width;
}

function measuredPageWidth(): number {
  measured ??= measure();
  return measured.pageWidth;
}

function subscribe(listener: () => void): () => void {
  const change = () => {
    measured = measure();
    listener();
  };
  const observer = new ResizeObserver(change);
  observer.observe(document.documentElement);
  window.addEventListener("resize", change);
  return () => {
    observer.disconnect();
    window.removeEventListener("resize", change);
  };
}

/** The shape of the list in this window, followed as it is resized; on the server in the window it draws for. */
export function useOverviewLayout(): OverviewLayout {
  const drawn = useDrawnSize();
  const width = useSyncExternalStore(subscribe, measuredWidth, () => drawn.width);
  const pageWidth = useSyncExternalStore(subscribe, measuredPageWidth, () => drawn.pageWidth);
  return useMemo(() => overviewLayout(width, pageWidth), [width, pageWidth]);
}
