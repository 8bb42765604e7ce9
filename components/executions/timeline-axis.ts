import type { TimelineStage } from "@/lib/domain/execution-detail";
import { clockTime } from "@/lib/domain/instant-words";
import { dayWords } from "@/lib/domain/short-instant";
import {
  foldTimeline,
  placeOnScale,
  type TimelineScale,
  timelineExtent,
  workSpans,
} from "@/lib/domain/timeline";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS_MS = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 4, 5, 10, 15, 20, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 4, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 5, 10, 30, 100, 400].map((count) => count * DAY),
];
/** CSS pixels a tick's words take per character, and what stays free between two. */
const CHARACTER_PX = 6.5;
const FREE_PX = 14;
/** CSS pixels between two ticks at least. */
const TICK_PX = 72;

/** A marked instant on the axis; `place` is a share of its width. */
export interface TimelineTick {
  place: number;
  /** Empty where there is no room for words: the line stays. */
  label: string;
}

/**
 * The axis of an execution; undefined when nothing of it has started. Whatever length of time nothing worked in, between
 * two attempts too, is folded like a wait. While it runs the axis ends a little later than now, in steps, so that bars
 * grow without everything moving.
 */
export function timelineScale(
  stages: readonly TimelineStage[],
  { now, runs, fold }: { now: number; runs: boolean; fold: boolean },
): TimelineScale | undefined {
  const extent = timelineExtent(stages, now);
  if (extent === undefined) return undefined;
  const work = stages.flatMap((stage) => workSpans(stage, now));
  const scale = foldTimeline(extent, { waits: [extent], work, fold });
  if (!runs) return scale;
  const quantumMs = stepFor(plainMs(scale) / 10);
  const whole = { fromMs: extent.fromMs, toMs: Math.ceil((extent.toMs + 1) / quantumMs) * quantumMs };
  return foldTimeline(whole, { waits: [whole], work, fold });
}

/** Instants to mark: at round times, where there is room for their words on `widthPx` CSS pixels. */
export function timelineTicks(scale: TimelineScale, widthPx: number): TimelineTick[] {
  const plain = scale.segments.filter((segment) => !segment.folded);
  const plainShare = plain.reduce((sum, segment) => sum + segment.end - segment.start, 0);
  if (plainShare <= 0 || plainMs(scale) <= 0) return [];
  const stepMs = stepFor((plainMs(scale) * TICK_PX) / (plainShare * widthPx));
  const ticks: TimelineTick[] = [];
  let day = new Date(scale.fromMs).toISOString().slice(0, 10);
  // The first words may reach a little to the left of the axis.
  let freeFromPx = -2 * FREE_PX;
  for (const { fromMs, toMs } of plain) {
    for (let at = Math.ceil(fromMs / stepMs) * stepMs; at <= toMs; at += stepMs) {
      const instant = new Date(at).toISOString();
      const place = placeOnScale(scale, at);
      const words = tickWords(instant, stepMs, day);
      const halfPx = (words.length * CHARACTER_PX) / 2;
      const centrePx = place * widthPx;
      const fits = centrePx - halfPx >= freeFromPx && centrePx + halfPx <= widthPx + FREE_PX;
      ticks.push({ place, label: fits ? words : "" });
      if (!fits) continue;
      freeFromPx = centrePx + halfPx + FREE_PX;
      day = instant.slice(0, 10);
    }
  }
  return ticks;
}

function tickWords(instant: string, stepMs: number, day: string): string {
  const date = dayWords(instant, day);
  if (stepMs >= DAY) return date;
  const time = stepMs < MINUTE ? clockTime(instant) : clockTime(instant).slice(0, 5);
  return instant.slice(0, 10) === day ? time : `${date}, ${time}`;
}

function plainMs(scale: TimelineScale): number {
  return scale.segments.reduce((sum, each) => sum + (each.folded ? 0 : each.toMs - each.fromMs), 0);
}

function stepFor(leastMs: number): number {
  return STEPS_MS.find((step) => step >= leastMs) ?? 1000 * DAY;
}
