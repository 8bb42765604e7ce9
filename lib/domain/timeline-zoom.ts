import { placeOnScale, type Span, type TimelineScale } from "./timeline";

/** The narrowest window, as a share of the whole axis. */
const NARROWEST = 1 / 400;

/** A part of the whole axis, in shares of its width. */
interface Window {
  start: number;
  end: number;
}

/** The axis with only what lies in a range of time, drawn over its whole width; as it is when the range is none of it. */
export function zoomScale(scale: TimelineScale, range: Span | undefined): TimelineScale {
  if (range === undefined) return scale;
  const { start, end } = windowOf(scale, range);
  const width = end - start;
  if (width <= 0 || width >= 1) return scale;
  const { fromMs, toMs } = { fromMs: instantAt(scale, start), toMs: instantAt(scale, end) };
  const segments = scale.segments
    .filter((segment) => segment.end > start && segment.start < end)
    .map((segment) => ({
      folded: segment.folded,
      fromMs: Math.max(segment.fromMs, fromMs),
      toMs: Math.min(segment.toMs, toMs),
      start: Math.max(0, (segment.start - start) / width),
      end: Math.min(1, (segment.end - start) / width),
    }));
  return { fromMs, toMs, segments };
}

/**
 * The range after zooming by `factor` (below 1: closer) so that what is at `at` stays there, or undefined for the whole.
 *
 * @param at share of the width of what is shown now
 */
export function zoomed(
  scale: TimelineScale,
  range: Span | undefined,
  { factor, at }: { factor: number; at: number },
): Span | undefined {
  const { start, end } = windowOf(scale, range);
  const width = Math.min(1, Math.max(NARROWEST, (end - start) * factor));
  return rangeOf(scale, start + (end - start - width) * at, width);
}

/** The range after moving by `share` of its own width, later when positive. */
export function panned(scale: TimelineScale, range: Span | undefined, share: number): Span | undefined {
  const { start, end } = windowOf(scale, range);
  return rangeOf(scale, start + (end - start) * share, end - start);
}

/** The instant, epoch ms, that is drawn at a share of the width: the other way round of `placeOnScale`. */
export function instantAt(scale: TimelineScale, place: number): number {
  const segment = scale.segments.find((each) => place <= each.end) ?? scale.segments.at(-1);
  if (segment === undefined) return scale.fromMs;
  const width = segment.end - segment.start;
  const within = width > 0 ? Math.min(1, Math.max(0, (place - segment.start) / width)) : 0;
  return segment.fromMs + within * (segment.toMs - segment.fromMs);
}

function windowOf(scale: TimelineScale, range: Span | undefined): Window {
  if (range === undefined) return { start: 0, end: 1 };
  const [start, end] = [placeOnScale(scale, range.fromMs), placeOnScale(scale, range.toMs)];
  if (!(end > start)) return { start: 0, end: 1 };
  const missing = Math.max(0, NARROWEST - (end - start)) / 2;
  return { start: Math.max(0, start - missing), end: Math.min(1, end + missing) };
}

function rangeOf(scale: TimelineScale, wanted: number, width: number): Span | undefined {
  if (width >= 0.999) return undefined;
  const start = Math.min(1 - width, Math.max(0, wanted));
  return { fromMs: instantAt(scale, start), toMs: instantAt(scale, start + width) };
}
