"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { Span, TimelineScale } from "@/lib/domain/timeline";
import { panned, zoomed } from "@/lib/domain/timeline-zoom";

/** CSS pixels a pointer moves before it drags rather than presses. */
const DRAG_PX = 5;
/** How much closer a notch of the wheel brings. */
const PER_PIXEL = 0.0025;

export interface TimelineGesturesProps {
  /** What hears the gestures, and the element as wide as the axis. */
  section: RefObject<HTMLElement | null>;
  axis: RefObject<HTMLElement | null>;
  scale: TimelineScale;
  range: Span | undefined;
  onRange: (range: Span | undefined) => void;
}

/** Zooms the timeline by wheel with Ctrl or by two fingers, and moves it by dragging, or by a wheel that goes sideways. */
export function TimelineGestures(props: TimelineGesturesProps) {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const { section } = props;
  useEffect(() => {
    const element = section.current;
    return element === null ? undefined : listen(element, () => latest.current);
  }, [section]);
  return null;
}

function listen(element: HTMLElement, props: () => TimelineGesturesProps): () => void {
  const fingers = new Map<number, number>();
  let dragged = false;
  const box = () => props().axis.current?.getBoundingClientRect() ?? element.getBoundingClientRect();
  const share = (x: number) => Math.min(1, Math.max(0, (x - box().left) / Math.max(1, box().width)));
  const zoomBy = (factor: number, x: number) => {
    const { scale, range, onRange } = props();
    onRange(zoomed(scale, range, { factor, at: share(x) }));
  };
  const panBy = (px: number) => {
    const { scale, range, onRange } = props();
    if (range !== undefined) onRange(panned(scale, range, px / Math.max(1, box().width)));
  };
  const onWheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoomBy(Math.exp(event.deltaY * PER_PIXEL), event.clientX);
      return;
    }
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (props().range === undefined || Math.abs(sideways) <= (event.shiftKey ? 0 : Math.abs(event.deltaY)))
      return;
    event.preventDefault();
    panBy(sideways);
  };
  const onDown = (event: PointerEvent) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    if (fingers.size === 0) dragged = false;
    fingers.set(event.pointerId, event.clientX);
  };
  const onMove = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const movedPx = before - event.clientX;
    if (fingers.size === 2) {
      const [other = before] = [...fingers].flatMap(([id, x]) => (id === event.pointerId ? [] : [x]));
      const [wasPx, isPx] = [Math.abs(before - other), Math.abs(event.clientX - other)];
      if (wasPx > DRAG_PX && isPx > DRAG_PX) zoomBy(wasPx / isPx, (other + event.clientX) / 2);
    } else if (props().range === undefined || (!dragged && Math.abs(movedPx) < DRAG_PX)) return;
    else panBy(movedPx);
    dragged = true;
    fingers.set(event.pointerId, event.clientX);
  };
  const onUp = (event: PointerEvent) => fingers.delete(event.pointerId);
  const onClick = (event: MouseEvent) => {
    if (!dragged) return;
    dragged = false;
    event.preventDefault();
    event.stopPropagation();
  };
  const onDragStart = (event: DragEvent) => event.preventDefault();
  element.addEventListener("wheel", onWheel, { passive: false });
  element.addEventListener("pointerdown", onDown);
  element.addEventListener("click", onClick, { capture: true });
  element.addEventListener("dragstart", onDragStart);
  window.addEventListener("pointermove", onMove);
  window.addEventListener("pointerup", onUp);
  window.addEventListener("pointercancel", onUp);
  return () => {
    element.removeEventListener("wheel", onWheel);
    element.removeEventListener("pointerdown", onDown);
    element.removeEventListener("click", onClick, { capture: true });
    element.removeEventListener("dragstart", onDragStart);
    window.removeEventListener("pointermove", onMove);
    window.removeEventListener("pointerup", onUp);
    window.removeEventListener("pointercancel", onUp);
  };
}
