import { isKnownStanding, type Standing } from "@/lib/domain/standing";
import { StatusGateShape } from "./status-gate-shape";

const RING = "M8 1.1a6.9 6.9 0 1 1 0 13.8A6.9 6.9 0 0 1 8 1.1z";
const SQUARE =
  "M3.6 1.5h8.8a2.1 2.1 0 0 1 2.1 2.1v8.8a2.1 2.1 0 0 1-2.1 2.1H3.6a2.1 2.1 0 0 1-2.1-2.1V3.6a2.1 2.1 0 0 1 2.1-2.1z";

/** Four short strokes a side, so the dashes meet no corner. */
const DASHED_SQUARE =
  "M1.5 4.2v-.8a1.9 1.9 0 0 1 1.9-1.9h.8M6.6 1.5h2.8M11.8 1.5h.8a1.9 1.9 0 0 1 1.9 1.9v.8M14.5 6.6v2.8M14.5 11.8v.8a1.9 1.9 0 0 1-1.9 1.9h-.8M9.4 14.5H6.6M4.2 14.5h-.8a1.9 1.9 0 0 1-1.9-1.9v-.8M1.5 9.4V6.6";

/** A wedge of `percent` of a circle around (8, 8), clockwise from the top. */
function wedge(percent: number): string {
  const radius = 4.5;
  const turn = (Math.min(99.9, Math.max(3, percent)) / 100) * 2 * Math.PI;
  const x = (8 + radius * Math.sin(turn)).toFixed(2);
  const y = (8 - radius * Math.cos(turn)).toFixed(2);
  return `M8 8V${8 - radius}A${radius} ${radius} 0 ${turn > Math.PI ? 1 : 0} 1 ${x} ${y}z`;
}

/**
 * The drawing of one standing on a 16 × 16 grid, in `currentColor`; strokes come from the parent `svg`. What has the same
 * stroke is one path: a list has hundreds of these, and each element costs every change of it something.
 */
export function StatusShape({
  standing,
  percent,
  drained = false,
}: {
  standing: Standing;
  percent?: number;
  drained?: boolean;
}) {
  if (!isKnownStanding(standing)) {
    return <path d={`${DASHED_SQUARE}M8 4.9v6.2M5.3 6.45l5.4 3.1M10.7 6.45l-5.4 3.1`} />;
  }
  switch (standing) {
    case "Succeeded":
      return <path d={`${RING}M5 8.3l2.1 2.1 3.9-4.4`} />;
    case "InProgress":
      if (percent !== undefined) {
        return (
          <>
            <path d={RING} />
            <path d={wedge(percent)} fill="currentColor" stroke="none" />
          </>
        );
      }
      return (
        <>
          <path d={RING} className="opacity-35" />
          <path d="M8 1.1A6.9 6.9 0 0 1 14.9 8" />
        </>
      );
    case "Failed":
      return (
        <>
          <path d="M5 .7h6L15.3 5v6L11 15.3H5L.7 11V5z" className="fill-current stroke-none" />
          <path d="M5.5 5.5l5 5M10.5 5.5l-5 5" className="stroke-on-fill" strokeWidth="1.8" />
        </>
      );
    case "Approval":
    case "ClosedGate":
      return <StatusGateShape standing={standing} drained={drained} />;
    case "Queued":
      return (
        <>
          <path d={RING} />
          <path d="M4.9 8h.01M8 8h.01M11.1 8h.01" strokeWidth="2.1" />
        </>
      );
    case "NotYetRun":
      return <circle cx="8" cy="8" r="4.1" />;
    case "Stopping":
      return (
        <>
          <path d="M14.5 4.9V3.6a2.1 2.1 0 0 0-2.1-2.1H3.6a2.1 2.1 0 0 0-2.1 2.1v8.8a2.1 2.1 0 0 0 2.1 2.1h8.8a2.1 2.1 0 0 0 2.1-2.1v-1.3" />
          <path d="M5.2 5.2h5.6v5.6H5.2z" className="fill-current stroke-none" />
        </>
      );
    case "Stopped":
      return (
        <>
          <path d={SQUARE} />
          <path d="M5.2 5.2h5.6v5.6H5.2z" className="fill-current stroke-none" />
        </>
      );
    case "Superseded":
      return <path d="M2.4 3.2L7.2 8l-4.8 4.8M8.6 3.2L13.4 8l-4.8 4.8" />;
    case "Cancelled":
      return <path d={`${RING}M12.7 3.3l-9.4 9.4`} />;
    case "Skipped":
      return (
        <>
          <path d="M1.4 10.6A6.5 6.5 0 0 1 13.6 8.2M14.3 4.2v4.3H10" />
          <circle cx="7.7" cy="12.2" r="1.7" className="fill-current stroke-none" />
        </>
      );
    case "Abandoned":
      return <path d={`${DASHED_SQUARE}M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8`} />;
    case "Overridden":
      return <path d="M8 .9l6.2 3.55v7.1L8 15.1l-6.2-3.55v-7.1zM4.7 8h6.2M8.5 5.5L11 8l-2.5 2.5" />;
    case "Errored":
      return (
        <>
          <path d="M8 1.7L14.9 14H1.1z" className="fill-current stroke-current" strokeWidth="1.5" />
          <path d="M8 6v3.6M8 12h.01" className="stroke-on-fill" strokeWidth="1.8" />
        </>
      );
  }
}
