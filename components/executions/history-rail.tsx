import { executionPath } from "@/components/pipelines/execution-path";
import { Signal } from "@/components/ui/signal";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusWord } from "@/components/ui/status-word";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { railWindow } from "./history-rail-window";

/** CSS pixels: an icon, and from one station to the next. */
const ICON_PX = 14;
const STEP_PX = 30;
/** Room for a count at either end. */
const COUNT_PX = 18;
const HEIGHT_PX = 20;

/**
 * How far an execution came: a station per stage, those far from where it stands as a count. One drawing without boxes
 * of its own: a screenful of rows is drawn anew many times a second while somebody scrolls through thousands.
 */
export function HistoryRail({ execution, drained }: { execution: ExecutionSummary; drained: boolean }) {
  const { stops, ended } = executionPath(execution);
  if (stops.length === 0) return <span className="text-secondary text-ink-3">not told</span>;
  const at = stops.findIndex((stop) => stop.here || stop.waitsBefore);
  const { from, to } = railWindow(stops.length, at);
  const shown = stops.slice(from, to);
  const left = from > 0 ? COUNT_PX : 0;
  const right = to < stops.length ? COUNT_PX : 0;
  const xOf = (index: number) => left + index * STEP_PX;
  const widthPx = xOf(shown.length - 1) + ICON_PX + right;
  const tracks = shown.flatMap((stop, index) =>
    index > 0 ? [`M${xOf(index) - STEP_PX + ICON_PX + 1} 10h${stop.gate ? 3 : STEP_PX - ICON_PX - 2}`] : [],
  );
  if (left > 0) tracks.push(`M${left - 5} 10h4`);
  if (right > 0) tracks.push(`M${widthPx - right + 1} 10h4`);
  const words = stops.map((stop) => `${stop.stage} ${statusWord(stop.standing)}`).join(", ");
  const label = `${ended === "" ? "" : `${ended}: `}${words}`;
  return (
    <span title={words} className="block">
      <svg role="img" aria-label={label} width={widthPx} height={HEIGHT_PX} className="block">
        <path d={tracks.join("")} strokeWidth="2" className="stroke-rail" />
        {from > 0 && <Count x={0} count={from} />}
        {shown.map((stop, index) => (
          <g key={stop.stage} transform={`translate(${xOf(index)} 3)`}>
            {stop.gate && (
              <foreignObject x="-11" y="-2" width="10" height="19">
                <Signal closed drained={drained} />
              </foreignObject>
            )}
            <StatusIcon
              standing={stop.standing}
              percent={stop.percentComplete}
              drained={drained}
              decorative
            />
          </g>
        ))}
        {right > 0 && <Count x={widthPx - 11} count={stops.length - to} />}
      </svg>
    </span>
  );
}

function Count({ x, count }: { x: number; count: number }) {
  return (
    <text x={x} y="14" className="num fill-ink-3 text-label">
      {count}
    </text>
  );
}
