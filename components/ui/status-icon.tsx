import clsx from "clsx";
import type { Standing } from "@/lib/domain/standing";
import { type StatusHue, statusHue } from "./status-hue";
import { StatusShape } from "./status-shape";
import { statusWord } from "./status-word";

const COLOURS: Record<StatusHue, string> = {
  good: "text-good-fill",
  bad: "text-bad-fill",
  run: "text-run-fill",
  wait: "text-wait",
  over: "text-over-fill",
  idle: "text-idle-fill",
};

export interface StatusIconProps {
  standing: Standing;
  size?: 14 | 16 | 18 | 24;
  /** 0 to 100, only where AWS gives one. */
  percent?: number;
  /** Old data: shape without hue. */
  drained?: boolean;
  /** True beside its own word, so that it is not read twice. */
  decorative?: boolean;
  className?: string;
}

/** A status as a shape that can be told from every other without colour: outlined rests, solid wants a person. */
export function StatusIcon({
  standing,
  size = 14,
  percent,
  drained = false,
  decorative = false,
  className,
}: StatusIconProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={size === 24 ? 1.45 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={clsx(
        "block shrink-0",
        drained ? "text-idle" : COLOURS[statusHue(standing)],
        // All of it turns and not the arc alone: a part of a drawing would have every frame laid out and painted anew.
        standing === "InProgress" &&
          percent === undefined &&
          !drained &&
          // In a list of many it stands still until its row or head is looked at: each that turns is a layer of its own, which
          // every change of a row has composited anew.
          "animate-turn in-[[data-still]:not(:hover,:focus-within)]:animate-none motion-reduce:animate-none",
        className,
      )}
      role="img"
      aria-hidden={decorative || undefined}
      aria-label={statusWord(standing, { percent, drained })}
    >
      <StatusShape standing={standing} percent={percent} drained={drained} />
    </svg>
  );
}
