"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  type ReactNode,
  type Ref,
  useCallback,
  useDeferredValue,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useDrawnSize } from "@/components/layout/window-size";
import { useHydrating } from "@/lib/queries/use-hydrating";
import type { OverviewItem } from "./overview-groups";
import type { OverviewLayout } from "./overview-layout";

const HEAD_PX = 32;
const BANNER_PX = 29;
const BANNER_PHONE_PX = 63;
/** Lines beyond the window are drawn for so many CSS pixels. */
const OVERSCAN_PX = 340;
/** In the first frame, which has to be there soon; the others follow when there is time. */
const FIRST_OVERSCAN = 1;
const FRAMES = 10;

/** What the keyboard asks of the list. */
export interface OverviewListHandle {
  /** Moves the focus by one row from the one that has it, or to the first in sight. */
  move: (by: 1 | -1) => void;
  /** Moves the focus to the first row. */
  first: () => void;
}

export interface OverviewListProps {
  items: readonly OverviewItem[];
  layout: OverviewLayout;
  /** Height of what stays at the top of the window, in CSS pixels. */
  coveredPx: number;
  render: (item: OverviewItem) => ReactNode;
  ref: Ref<OverviewListHandle>;
}

/** The lines of the overview. Only those near the window are in the document, however many there are. */
export function OverviewList({ items, layout, coveredPx, render, ref }: OverviewListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);

  useLayoutEffect(() => {
    const above = frame.current?.previousElementSibling;
    if (above == null) return;
    // A filter of two lines, or a window turned, moves the list down or up.
    const observer = new ResizeObserver(() => {
      setTop((frame.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    });
    observer.observe(above);
    return () => observer.disconnect();
  }, []);

  const drawn = useDrawnSize();
  const hydrating = useHydrating();
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: useCallback((index: number) => heightOf(items[index], layout), [items, layout]),
    // Another function has every line measured anew.
    getItemKey: useCallback((index: number) => items[index]?.key ?? index, [items]),
    overscan: useDeferredValue(Math.ceil(OVERSCAN_PX / layout.rowHeight), FIRST_OVERSCAN),
    initialRect: drawn,
    ...(hydrating ? { initialOffset: 0 } : {}),
    scrollMargin: top,
    scrollPaddingStart: coveredPx,
  });

  const measured = useRef(layout.rowHeight);
  useLayoutEffect(() => {
    if (measured.current === layout.rowHeight) return;
    measured.current = layout.rowHeight;
    virtualizer.measure();
  }, [virtualizer, layout.rowHeight]);

  /** Where the focus is going while the row it goes to is not in the document yet. */
  const going = useRef<string | null>(null);

  const focusRow = (index: number) => {
    const item = items[index];
    if (item === undefined) return;
    going.current = item.key;
    virtualizer.scrollToIndex(index, { align: "auto" });
    let frames = FRAMES;
    const focus = () => {
      if (going.current !== item.key) return;
      const link = rowLink(frame.current, item.key);
      if (link === null && --frames > 0) {
        requestAnimationFrame(focus);
        return;
      }
      going.current = null;
      link?.focus({ preventScroll: true });
    };
    focus();
  };

  useImperativeHandle(ref, () => ({
    first: () => focusRow(items.findIndex((item) => item.kind === "row")),
    move: (by) => {
      const key = going.current ?? focusedKey(frame.current);
      const from = key === null ? -1 : items.findIndex((item) => item.key === key);
      const inSight =
        virtualizer.getVirtualItems().find(({ start }) => start >= window.scrollY + coveredPx)?.index ?? 0;
      let index = from === -1 ? inSight : from + by;
      while (items[index] !== undefined && items[index]?.kind !== "row") index += from === -1 ? 1 : by;
      focusRow(index);
    },
  }));

  return (
    <div
      ref={frame}
      role="table"
      aria-label="Pipelines"
      aria-rowcount={items.length}
      className="relative"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ key, index, start, size }) => {
        const item = items[index];
        if (item === undefined) return null;
        return (
          <div
            key={key}
            role="row"
            aria-rowindex={index + 1}
            data-index={index}
            ref={item.kind === "banner" ? virtualizer.measureElement : undefined}
            className="absolute inset-x-0 top-0"
            style={{
              transform: `translateY(${start - top}px)`,
              height: item.kind === "banner" ? undefined : size,
            }}
          >
            {item.kind === "row" ? (
              render(item)
            ) : (
              <div role="cell" className="h-full">
                {render(item)}
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

function heightOf(item: OverviewItem | undefined, layout: OverviewLayout): number {
  if (item?.kind === "head") return HEAD_PX;
  if (item?.kind === "banner") return layout.mode === "card" ? BANNER_PHONE_PX : BANNER_PX;
  return layout.rowHeight;
}

function rowLink(frame: HTMLElement | null, key: string): HTMLElement | null {
  return frame?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null;
}

function focusedKey(frame: HTMLElement | null): string | null {
  const active = document.activeElement;
  return active instanceof HTMLElement && frame?.contains(active) ? (active.dataset.row ?? null) : null;
}
