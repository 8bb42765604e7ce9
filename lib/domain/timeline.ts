import type { ActionRun, RuleRun, TimelineStage } from "./execution-detail";

/** Part of the time axis, epoch milliseconds. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/** Part of the time axis drawn to one measure; `start` and `end` are shares of the width, 0 to 1. */
export interface TimelineSegment extends Span {
  /** A wait drawn shorter than it was. */
  folded: boolean;
  start: number;
  end: number;
}

/** A time axis: segments without gaps, from 0 to 1. */
export interface TimelineScale extends Span {
  segments: TimelineSegment[];
}

/** A wait longer than this is folded. */
export const FOLDED_AFTER_MS = 20 * 60_000;
/** Share of the width a folded wait takes, and all of them together at most. */
const FOLD_SHARE = 0.12;
const MOST_FOLDED = 0.5;

/** From the first start to the last end of an execution's runs and waits; `now` (epoch ms) ends what still goes on. */
export function timelineExtent(stages: readonly TimelineStage[], now: number): Span | undefined {
  const spans = stages.flatMap((stage) => [...workSpans(stage, now), ...waitSpans(stage, now)]);
  if (spans.length === 0) return undefined;
  return {
    fromMs: Math.min(...spans.map((span) => span.fromMs)),
    toMs: Math.max(...spans.map((span) => span.toMs)),
  };
}

/** When actions and rules of a stage were at work; an approval is a wait, not work. */
export function workSpans(stage: TimelineStage, now: number): Span[] {
  const actions = stage.actions.filter((action) => action.category !== "Approval");
  return [...actions, ...stage.rules].flatMap((run) => runSpan(run, now) ?? []);
}

/** When the execution waited at a stage. */
export function waitSpans(stage: TimelineStage, now: number): Span[] {
  return stage.waits.flatMap((wait) => toSpan(wait.from, wait.to, now) ?? []);
}

/** The span of one run; undefined when AWS gave no start. */
export function runSpan(
  run: Pick<ActionRun | RuleRun, "startedAt" | "endedAt">,
  now: number,
): Span | undefined {
  return run.startedAt === undefined ? undefined : toSpan(run.startedAt, run.endedAt, now);
}

/** Milliseconds of an execution in which it only waited: waits of its stages during which nothing worked. */
export function waitedMs(stages: readonly TimelineStage[], now: number): number {
  const idle = subtract(
    merge(stages.flatMap((stage) => waitSpans(stage, now))),
    merge(stages.flatMap((stage) => workSpans(stage, now))),
  );
  return idle.reduce((sum, span) => sum + span.toMs - span.fromMs, 0);
}

/**
 * The time axis of an execution. With `fold`, a wait of more than 20 minutes in which nothing worked takes a fixed
 * share of the width, unless it would take less than that as it is.
 */
export function foldTimeline(
  whole: Span,
  { waits, work, fold }: { waits: readonly Span[]; work: readonly Span[]; fold: boolean },
): TimelineScale {
  const totalMs = whole.toMs - whole.fromMs;
  if (!(totalMs > 0)) {
    return { ...whole, segments: [{ ...whole, folded: false, start: 0, end: 1 }] };
  }
  const long = fold ? longWaits(whole, waits, work) : [];
  const share = Math.min(FOLD_SHARE, MOST_FOLDED / Math.max(1, long.length));
  const folds = long.filter((span) => (span.toMs - span.fromMs) / totalMs > share);
  const foldedMs = folds.reduce((sum, span) => sum + span.toMs - span.fromMs, 0);
  const plainMs = totalMs - foldedMs;
  const foldShare = plainMs > 0 ? share : 1 / Math.max(1, folds.length);
  const plainShare = plainMs > 0 ? (1 - folds.length * share) / plainMs : 0;
  const segments: TimelineSegment[] = [];
  for (const part of parts(whole, folds)) {
    const start = segments.at(-1)?.end ?? 0;
    const width = part.folded ? foldShare : (part.toMs - part.fromMs) * plainShare;
    segments.push({ ...part, start, end: Math.min(1, start + width) });
  }
  const last = segments.at(-1);
  if (last) last.end = 1;
  return { ...whole, segments };
}

/** Where an instant (epoch ms) is drawn: 0 at the left end, 1 at the right; what is outside is at the nearer end. */
export function placeOnScale(scale: TimelineScale, ms: number): number {
  for (const segment of scale.segments) {
    if (ms > segment.toMs) continue;
    const lengthMs = segment.toMs - segment.fromMs;
    const within = lengthMs > 0 ? Math.max(0, (ms - segment.fromMs) / lengthMs) : 0;
    // Rounding may go a hair beyond the end.
    return Math.min(segment.end, segment.start + within * (segment.end - segment.start));
  }
  return 1;
}

function longWaits(whole: Span, waits: readonly Span[], work: readonly Span[]): Span[] {
  const clipped = merge(waits).map((span) => ({
    fromMs: Math.max(span.fromMs, whole.fromMs),
    toMs: Math.min(span.toMs, whole.toMs),
  }));
  return subtract(clipped, merge(work)).filter((span) => span.toMs - span.fromMs > FOLDED_AFTER_MS);
}

function parts(whole: Span, folds: readonly Span[]): Array<Span & { folded: boolean }> {
  const all: Array<Span & { folded: boolean }> = [];
  let at = whole.fromMs;
  for (const fold of folds) {
    if (fold.fromMs > at) all.push({ fromMs: at, toMs: fold.fromMs, folded: false });
    all.push({ ...fold, folded: true });
    at = fold.toMs;
  }
  if (at < whole.toMs) all.push({ fromMs: at, toMs: whole.toMs, folded: false });
  return all;
}

function merge(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => span.toMs > span.fromMs).sort((a, b) => a.fromMs - b.fromMs);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.fromMs <= last.toMs) last.toMs = Math.max(last.toMs, span.toMs);
    else merged.push({ fromMs: span.fromMs, toMs: span.toMs });
  }
  return merged;
}

/** What is left of merged spans outside other merged spans. */
function subtract(spans: readonly Span[], others: readonly Span[]): Span[] {
  return spans.flatMap((span) => {
    const rest: Span[] = [];
    let at = span.fromMs;
    for (const other of others) {
      if (other.toMs <= at || other.fromMs >= span.toMs) continue;
      if (other.fromMs > at) rest.push({ fromMs: at, toMs: other.fromMs });
      at = Math.max(at, other.toMs);
    }
    if (at < span.toMs) rest.push({ fromMs: at, toMs: span.toMs });
    return rest;
  });
}

function toSpan(from: string, to: string | undefined, now: number): Span | undefined {
  const fromMs = Date.parse(from);
  if (Number.isNaN(fromMs)) return undefined;
  const endMs = to === undefined ? now : Date.parse(to);
  return { fromMs, toMs: Math.max(fromMs, Number.isNaN(endMs) ? fromMs : endMs) };
}
