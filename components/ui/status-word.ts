import { isKnownStanding, type KnownStanding, type Standing } from "@/lib/domain/standing";

const WORDS: Record<KnownStanding, string> = {
  Succeeded: "Succeeded",
  InProgress: "In progress",
  Failed: "Failed",
  Approval: "Approval",
  ClosedGate: "Closed gate",
  Queued: "Queued",
  NotYetRun: "Not yet run",
  Stopping: "Stopping",
  Stopped: "Stopped",
  Superseded: "Superseded",
  Cancelled: "Cancelled",
  Skipped: "Skipped",
  Abandoned: "Abandoned",
  Overridden: "Overridden",
  Errored: "Errored",
};

export interface StatusWordOptions {
  /** 0 to 100, only where AWS gives one. */
  percent?: number;
  /** Data too old to be stated as present: "was Failed". */
  drained?: boolean;
}

/** The word of a standing: `Running 62 %` with a percentage, AWS's own word for one this version does not know. */
export function statusWord(standing: Standing, { percent, drained = false }: StatusWordOptions = {}): string {
  if (drained) return `was ${standing === "InProgress" ? "Running" : wordOf(standing)}`;
  if (standing === "InProgress" && percent !== undefined) return `Running ${Math.round(percent)} %`;
  return wordOf(standing);
}

function wordOf(standing: Standing): string {
  return isKnownStanding(standing) ? WORDS[standing] : standing;
}
