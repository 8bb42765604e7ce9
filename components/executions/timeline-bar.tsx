import clsx from "clsx";
import type { StatusHue } from "@/components/ui/status-hue";
import type { TimelineBar as Bar } from "./timeline-rows";

const FILLS: Record<StatusHue, string> = {
  good: "bg-good-fill",
  bad: "bg-bad-fill",
  run: "bg-run-fill",
  wait: "bg-wait-edge",
  over: "bg-over-fill",
  idle: "bg-idle-fill",
};

const HEIGHTS = { work: "h-3", person: "h-3", track: "h-3", stage: "h-1.5", rule: "h-[5px]" } as const;

/** Four teeth, 4 px deep. */
const TORN =
  "[clip-path:polygon(0_0,calc(100%_-_1px)_0,calc(100%_-_4px)_12.5%,100%_25%,calc(100%_-_4px)_37.5%,100%_50%,calc(100%_-_4px)_62.5%,100%_75%,calc(100%_-_4px)_87.5%,calc(100%_-_1px)_100%,0_100%)]";

const HATCH = {
  person:
    "border-wait bg-[repeating-linear-gradient(115deg,var(--wait)_0_1.5px,transparent_1.5px_6px)] text-wait",
  track:
    "border-ink-3 bg-[repeating-linear-gradient(115deg,var(--ink-3)_0_1.5px,transparent_1.5px_6px)] text-ink-2",
} as const;

/** What happened between two instants, on the axis: solid worked, hatched waited, torn failed, thin is a rule or a stage. */
export function TimelineBar({ bar, drained }: { bar: Bar; drained: boolean }) {
  const { kind, start, end, torn, folded } = bar;
  const waited = kind === "person" || kind === "track";
  const hatch = kind === "person" && !drained ? HATCH.person : HATCH.track;
  return (
    <span
      aria-hidden
      className={clsx(
        "absolute top-1/2 flex min-w-1 -translate-y-1/2 items-center justify-center",
        HEIGHTS[kind],
        kind === "rule" ? "rounded-full" : "rounded-[2px]",
        waited ? ["@container border bg-surface", hatch] : drained ? "bg-idle-fill" : FILLS[bar.hue],
        torn && !waited && kind !== "rule" && ["min-w-2 rounded-r-none", TORN],
      )}
      style={{ left: `${(start * 100).toFixed(3)}%`, width: `${((end - start) * 100).toFixed(3)}%` }}
    >
      {/* Only where there is room for it; the line says it, too. */}
      {folded !== undefined && (
        <span className="num hidden bg-surface @min-[76px]:block px-1 text-label/3 font-medium whitespace-nowrap">
          {folded}
        </span>
      )}
    </span>
  );
}
