import clsx from "clsx";
import type { ReactNode } from "react";

const TONES = {
  live: "border-line-2 bg-surface text-ink-2",
  neutral: "border-line-2 bg-surface text-ink-2",
  wait: "border-wait-edge/45 bg-wait-tint text-wait",
  bad: "border-bad-fill/45 bg-bad-tint text-bad",
} as const;

/** A rounded note, 20 px high, in one of the tones of freshness. */
export function Pill({
  tone,
  title,
  children,
}: {
  tone: keyof typeof TONES;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span
      title={title}
      className={clsx(
        "inline-flex h-5 shrink-0 items-center gap-1.5 rounded-full border px-2 text-label font-medium whitespace-nowrap",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
