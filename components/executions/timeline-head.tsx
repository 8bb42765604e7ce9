import { Button } from "@/components/ui/button";
import { formatDuration } from "@/lib/domain/duration";
import type { TimelineStage } from "@/lib/domain/execution-detail";
import { clockTime } from "@/lib/domain/instant-words";
import { type TimelineScale, timelineExtent, waitedMs } from "@/lib/domain/timeline";
import { TimelineLegend } from "./timeline-legend";

export interface TimelineHeadProps {
  stages: readonly TimelineStage[];
  scale: TimelineScale;
  now: number;
  runs: boolean;
  folds: number;
  fold: boolean;
  phone: boolean;
  onFold: () => void;
  /** Everything is told in words. */
  table: boolean;
  onTable: () => void;
}

/** From when to when, how much of it was waiting, and whether long waits are folded. */
export function TimelineHead(props: TimelineHeadProps) {
  const { stages, scale, now, runs, folds, fold, phone, onFold, table, onTable } = props;
  const whole = timelineExtent(stages, now) ?? scale;
  const waited = waitedMs(stages, now);
  const end = runs ? "now" : clockTime(new Date(whole.toMs).toISOString());
  const words = `${clockTime(new Date(whole.fromMs).toISOString())} to ${end}, ${formatDuration(whole.toMs - whole.fromMs)}`;
  // Without anything long enough to fold there is nothing to choose.
  const button = (folds > 0 || !fold) && (
    <Button size="sm" aria-pressed={fold} onClick={onFold} className="thumb">
      Fold waits: {fold ? "on" : "off"}
    </Button>
  );
  return (
    <header className="flex min-h-[38px] flex-wrap items-center gap-x-2.5 gap-y-1 border-b px-4 py-1">
      <h2 id="timeline" className="font-semibold text-ink">
        Timeline
      </h2>
      <p className="num text-secondary text-ink-3 max-sm:order-last max-sm:basis-full">
        {words}
        {waited >= 1000 && `, of which ${formatDuration(waited)} waiting`}
      </p>
      <span className="ml-auto flex items-center gap-4">
        {!phone && !table && <TimelineLegend />}
        {!table && button}
        <Button size="sm" aria-pressed={table} onClick={onTable} className="thumb">
          In words
        </Button>
      </span>
    </header>
  );
}
