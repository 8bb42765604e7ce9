import type { Standing } from "@/lib/domain/standing";
import { type StatusHue, statusHue } from "./status-hue";

const TEXT: Record<StatusHue, string> = {
  good: "text-good",
  bad: "text-bad",
  run: "text-run",
  wait: "text-wait",
  over: "text-over",
  idle: "text-idle",
};

/** Text colour class of a standing's word. `calm` gives what rests well the colour of ordinary text, as lists do. */
export function statusText(standing: Standing, { calm = false, drained = false } = {}): string {
  if (drained) return "text-ink-3";
  const hue = statusHue(standing);
  return calm && hue === "good" ? "text-ink-2" : TEXT[hue];
}
