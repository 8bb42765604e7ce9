import { isKnownStanding, type KnownStanding, type Standing } from "@/lib/domain/standing";

export type StatusHue = "good" | "bad" | "run" | "wait" | "over" | "idle";

const HUES: Record<KnownStanding, StatusHue> = {
  Succeeded: "good",
  InProgress: "run",
  Failed: "bad",
  Approval: "wait",
  ClosedGate: "wait",
  Queued: "idle",
  NotYetRun: "idle",
  Stopping: "run",
  Stopped: "idle",
  Superseded: "idle",
  Cancelled: "idle",
  Skipped: "idle",
  Abandoned: "bad",
  Overridden: "over",
  Errored: "bad",
};

/** The hue a standing is drawn in; one AWS has added since is idle. */
export function statusHue(standing: Standing): StatusHue {
  return isKnownStanding(standing) ? HUES[standing] : "idle";
}
