import { statusHue } from "@/components/ui/status-hue";
import { formatDuration } from "@/lib/domain/duration";
import { MEDIAN_SHARE, shareOfBar, tookMs } from "@/lib/domain/duration-scale";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { isInFlight } from "@/lib/domain/in-flight";
import { useAtNow } from "@/lib/queries/server-now";

const WIDTH_PX = 76;
const HEIGHT_PX = 16;
const FILLS = {
  good: "fill-good-fill",
  bad: "fill-bad-fill",
  run: "fill-run-fill",
  wait: "fill-idle-fill",
  over: "fill-over-fill",
  idle: "fill-idle-fill",
} as const;

/** How long an execution took as a bar, beside a tick where the median of the last successes stands. */
export function HistoryShare({
  execution,
  medianMs,
  drained,
}: {
  execution: ExecutionSummary;
  medianMs: number;
  drained: boolean;
}) {
  // A bar moves by whole pixels, so that rows of what runs are not drawn anew every second.
  const width = useAtNow((now) => {
    const ms = now === 0 && isInFlight(execution.status) ? undefined : tookMs(execution, now);
    return ms === undefined ? null : Math.max(1, Math.round(shareOfBar(ms, medianMs) * WIDTH_PX));
  });
  if (width === null) return null;
  const fill = drained ? "fill-idle-fill" : FILLS[statusHue(execution.standing)];
  const x = Math.round(MEDIAN_SHARE * WIDTH_PX) + 0.5;
  return (
    <span className="block" title={`Median of the last successes: ${formatDuration(medianMs)}`}>
      <svg aria-hidden width={WIDTH_PX} height={HEIGHT_PX} className="block">
        <rect y="5" width={WIDTH_PX} height="6" rx="1.5" className="fill-idle-tint" />
        <rect y="5" width={width} height="6" rx="1.5" className={fill} />
        <path d={`M${x} 2v12`} className="stroke-ink" strokeWidth="1.5" />
      </svg>
    </span>
  );
}
