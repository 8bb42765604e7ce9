import clsx from "clsx";
import type { Standing } from "@/lib/domain/standing";
import { type StatusHue, statusHue } from "./status-hue";
import { StatusIcon } from "./status-icon";
import { statusWord } from "./status-word";

const COLOURS: Record<StatusHue, string> = {
  good: "bg-good-tint text-good",
  bad: "bg-bad-tint text-bad",
  run: "bg-run-tint text-run",
  wait: "bg-wait-tint text-wait",
  over: "bg-over-tint text-over",
  idle: "bg-idle-tint text-idle",
};

/** Icon and word of a standing on its tint. `word` replaces the usual word, for example with a time left. */
export function StatusBadge({
  standing,
  percent,
  drained = false,
  word,
}: {
  standing: Standing;
  percent?: number;
  drained?: boolean;
  word?: string;
}) {
  return (
    <span
      className={clsx(
        "inline-flex h-5 items-center gap-1.5 rounded-badge px-1.5 text-secondary font-medium whitespace-nowrap",
        drained ? "bg-idle-tint text-idle" : COLOURS[statusHue(standing)],
      )}
    >
      <StatusIcon standing={standing} percent={percent} drained={drained} decorative />
      {word ?? badgeWord(standing, percent, drained)}
    </span>
  );
}

/** Shorter than the word of a row: the icon already says that it runs. */
function badgeWord(standing: Standing, percent: number | undefined, drained: boolean): string {
  if (standing !== "InProgress" || drained) return statusWord(standing, { percent, drained });
  return percent === undefined ? "Running" : `${Math.round(percent)} %`;
}
