import { type StatusHue, statusHue } from "@/components/ui/status-hue";
import { actionKey } from "@/lib/domain/action-key";
import { formatDuration } from "@/lib/domain/duration";
import type {
  ActionRun,
  ConditionKind,
  PendingAction,
  RuleRun,
  TimelineStage,
  TimelineWait,
} from "@/lib/domain/execution-detail";
import type { Standing } from "@/lib/domain/standing";
import { placeOnScale, runSpan, type Span, type TimelineScale, workSpans } from "@/lib/domain/timeline";
import type { UsualDuration, UsualDurations } from "@/lib/domain/usual-durations";

/** One drawing on the axis. `start` and `end` are shares of its width, 0 to 1. */
export interface TimelineBar {
  kind: "work" | "stage" | "rule" | "person" | "track";
  start: number;
  end: number;
  hue: StatusHue;
  /** Failed: its right end is torn. */
  torn: boolean;
  /** Length of a wait that is drawn shorter than it was. */
  folded?: string;
}

/** What is usual of a line; `place` is where it would have ended, undefined when that is not on the axis. */
export interface UsualMark extends UsualDuration {
  place?: number;
}

interface Row {
  key: string;
  stage: string;
  standing: Standing;
  bars: TimelineBar[];
  span?: Span;
  usual?: UsualMark;
}

/** One line of the timeline. */
export type TimelineRow =
  | (Row & { kind: "stage"; open: boolean; retry?: TimelineStage["retry"] })
  | (Row & { kind: "wait"; wait: TimelineWait })
  | (Row & { kind: "action"; run: ActionRun; several: boolean })
  | (Row & { kind: "rule"; run: RuleRun; several: boolean })
  | (Row & { kind: "pending"; action: PendingAction });

const RULES_BEFORE: ReadonlyArray<ConditionKind | undefined> = ["beforeEntry"];
const RULES_AFTER: ReadonlyArray<ConditionKind | undefined> = ["onSuccess", "onFailure", undefined];

/**
 * The lines of one stage: itself, then what happened in it in the order it can happen. Attempts are lines of their own.
 *
 * @param now epoch ms at which what still goes on is drawn to end
 */
export function timelineRows(
  stage: TimelineStage,
  { scale, now, open, usual }: { scale: TimelineScale; now: number; open: boolean; usual?: UsualDurations },
): TimelineRow[] {
  const rows: TimelineRow[] = [stageRow(stage, { scale, now, open, usual })];
  if (!open) return rows;
  const rules = (kinds: ReadonlyArray<ConditionKind | undefined>) =>
    stage.rules
      .filter((run) => kinds.includes(run.condition))
      .toSorted((a, b) => kinds.indexOf(a.condition) - kinds.indexOf(b.condition))
      .map((run) => ruleRow(stage, run, scale, now));
  rows.push(
    ...stage.waits.filter((wait) => wait.kind !== "person").map((wait) => waitRow(stage, wait, scale, now)),
  );
  rows.push(...rules(RULES_BEFORE));
  rows.push(...stage.actions.map((run) => actionRow(stage, run, { scale, now, usual })));
  rows.push(
    ...stage.pending.map(
      (action): TimelineRow => ({
        kind: "pending",
        key: `${actionKey(stage.name, action.name)} pending`,
        stage: stage.name,
        standing: "NotYetRun",
        bars: [],
        action,
      }),
    ),
  );
  rows.push(...rules(RULES_AFTER));
  return rows;
}

interface Drawing {
  scale: TimelineScale;
  now: number;
  usual?: UsualDurations;
}

function stageRow(stage: TimelineStage, drawing: Drawing & { open: boolean }): TimelineRow {
  const { scale, now, open, usual } = drawing;
  const { name, standing } = stage;
  const inside = runSpan(stage, now);
  const work = workSpans(stage, now);
  // Beside actions at work a wait is not what the stage did.
  const waits = stage.waits.filter((wait) => {
    const span = waitSpan(wait, now);
    return span !== undefined && !work.some((one) => one.fromMs < span.toMs && one.toMs > span.fromMs);
  });
  const bars = inside === undefined ? [] : drawn("stage", inside, standing, scale);
  // How long people take to answer says nothing of the stage.
  const works = stage.actions.some((run) => run.category !== "Approval");
  const length = works ? usual?.stages.find((each) => each.name === name) : undefined;
  bars.push(...waits.flatMap((wait) => waitBar(wait, scale, now, false)));
  const starts = [...waits.flatMap((wait) => waitSpan(wait, now)?.fromMs ?? []), inside?.fromMs ?? Infinity];
  const ends = [...waits.flatMap((wait) => waitSpan(wait, now)?.toMs ?? []), inside?.toMs ?? -Infinity];
  const span = { fromMs: Math.min(...starts), toMs: Math.max(...ends) };
  return {
    kind: "stage",
    key: name,
    stage: name,
    standing,
    open,
    retry: stage.retry,
    bars,
    span: span.fromMs <= span.toMs ? span : undefined,
    ...(inside && length && { usual: usualMark(scale, inside, length) }),
  };
}

function waitRow(stage: TimelineStage, wait: TimelineWait, scale: TimelineScale, now: number): TimelineRow {
  return {
    kind: "wait",
    key: `${stage.name} waits ${wait.from}`,
    stage: stage.name,
    standing: wait.kind === "gate" ? "ClosedGate" : "Queued",
    bars: waitBar(wait, scale, now, true),
    span: waitSpan(wait, now),
    wait,
  };
}

function actionRow(stage: TimelineStage, run: ActionRun, { scale, now, usual }: Drawing): TimelineRow {
  const span = runSpan(run, now);
  const person = run.category === "Approval";
  const bars = span === undefined ? [] : drawn(person ? "person" : "work", span, run.standing, scale);
  const length = usual?.actions.find((each) => each.name === run.name && each.stage === stage.name);
  return {
    kind: "action",
    key: run.id,
    stage: stage.name,
    standing: run.standing,
    bars: person && span !== undefined ? withLength(bars, span, scale) : bars,
    span,
    ...(span && length && !person && { usual: usualMark(scale, span, length) }),
    run,
    several: run.attempt > 1 || stage.actions.some((other) => other.name === run.name && other !== run),
  };
}

function ruleRow(stage: TimelineStage, run: RuleRun, scale: TimelineScale, now: number): TimelineRow {
  const span = runSpan(run, now);
  return {
    kind: "rule",
    key: run.id,
    stage: stage.name,
    standing: run.standing,
    bars: span === undefined ? [] : drawn("rule", span, run.standing, scale),
    span,
    run,
    several: run.attempt > 1 || stage.rules.some((other) => other.name === run.name && other !== run),
  };
}

/** The bar of a span, or none where it lies beyond what is shown of the axis. */
function drawn(
  kind: TimelineBar["kind"],
  span: Span,
  standing: Standing,
  scale: TimelineScale,
): TimelineBar[] {
  if (span.toMs < scale.fromMs || span.fromMs > scale.toMs) return [];
  return [
    {
      kind,
      start: placeOnScale(scale, span.fromMs),
      end: placeOnScale(scale, span.toMs),
      hue: statusHue(standing),
      torn: (standing === "Failed" || standing === "Errored") && span.toMs <= scale.toMs,
    },
  ];
}

function usualMark(
  scale: TimelineScale,
  { fromMs }: Span,
  { medianMs, successes }: UsualDuration,
): UsualMark {
  const atMs = fromMs + medianMs;
  const shown = atMs >= scale.fromMs && atMs <= scale.toMs;
  return { medianMs, successes, ...(shown && { place: placeOnScale(scale, atMs) }) };
}

function waitBar(wait: TimelineWait, scale: TimelineScale, now: number, labelled: boolean): TimelineBar[] {
  const span = waitSpan(wait, now);
  if (span === undefined) return [];
  const bars = drawn(wait.kind === "person" ? "person" : "track", span, "Queued", scale);
  return labelled ? withLength(bars, span, scale) : bars;
}

/** Writes the real length into a wait of which a part is drawn shorter. */
function withLength(bars: TimelineBar[], span: Span, scale: TimelineScale): TimelineBar[] {
  const folded = scale.segments.some(
    (segment) => segment.folded && segment.fromMs < span.toMs && segment.toMs > span.fromMs,
  );
  return folded ? bars.map((each) => ({ ...each, folded: formatDuration(span.toMs - span.fromMs) })) : bars;
}

function waitSpan(wait: TimelineWait, now: number): Span | undefined {
  return runSpan({ startedAt: wait.from, endedAt: wait.to }, now);
}
