import { TimelineBar } from "./timeline-bar";
import { TimelineMark } from "./timeline-mark";
import type { TimelineBar as Bar } from "./timeline-rows";

const WHOLE = { start: 0, end: 1, hue: "good", torn: false } as const;
const ENTRIES: Array<{ word: string; bar: Bar }> = [
  { word: "working", bar: { ...WHOLE, kind: "work" } },
  { word: "waiting", bar: { ...WHOLE, kind: "track" } },
  { word: "rule", bar: { ...WHOLE, kind: "rule" } },
];

/** What the bars mean. */
export function TimelineLegend() {
  return (
    <span className="flex items-center gap-3 text-secondary text-ink-2 max-lg:hidden">
      {ENTRIES.map(({ word, bar }) => (
        <span key={word} className="flex items-center gap-1.5">
          <span className="relative h-3 w-[18px]">
            <TimelineBar bar={bar} drained={false} />
          </span>
          {word}
        </span>
      ))}
      <span className="flex items-center gap-1.5">
        <span className="relative h-[18px] w-2">
          <TimelineMark place={0.5} />
        </span>
        median of 20
      </span>
    </span>
  );
}
