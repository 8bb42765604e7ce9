import type { TargetWatchHealth } from "@/lib/contract/target";
import { formatCount } from "@/lib/domain/count-words";
import { formatRate, requestScale } from "./request-scale";

/** Requests of the last minute against what may be asked of AWS at present, drawn and in words. */
export function TargetRequests({ watch }: { watch: TargetWatchHealth }) {
  const { used, usedShare, allowedShare } = requestScale(watch);
  const { requestsPerSecond, ceiling, callsLastMinute } = watch;
  return (
    <span className="flex max-w-64 flex-col gap-1">
      <span className="num">
        {formatRate(used)} <span className="text-ink-3">used of</span> {formatRate(requestsPerSecond)}{" "}
        <span className="text-ink-3">allowed now</span>
      </span>
      <span
        aria-hidden
        className="hatched relative block h-2 overflow-hidden rounded-full border border-line-2"
      >
        <span
          className="absolute inset-y-0 left-0 border-r border-line-3 bg-sunken last:border-r-0"
          style={{ width: percent(allowedShare) }}
        />
        {usedShare > 0 && (
          <span
            className="absolute inset-y-0 left-0 min-w-0.5 bg-ink-2"
            style={{ width: percent(usedShare) }}
          />
        )}
      </span>
      <span className="num text-secondary text-ink-3">
        {formatCount(callsLastMinute)} in the last minute;{" "}
        {ceiling === undefined ? "no ceiling set" : `ceiling ${formatRate(ceiling)}`}
      </span>
    </span>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
