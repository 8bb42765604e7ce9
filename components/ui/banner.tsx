import clsx from "clsx";
import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "./glyph";

const TONES = {
  wait: "bg-wait-tint text-wait",
  bad: "bg-bad-tint text-bad",
  neutral: "bg-sunken text-ink-2",
} as const;

export interface BannerProps {
  tone: keyof typeof TONES;
  glyph?: GlyphName;
  /** The weighty part, bold. */
  lead?: ReactNode;
  children?: ReactNode;
  /** One link or button at the right. */
  action?: ReactNode;
  className?: string;
}

/** A full-width sentence about everything below it. */
export function Banner({ tone, glyph = "clock", lead, children, action, className }: BannerProps) {
  return (
    <div
      className={clsx(
        "flex min-h-7 items-center gap-2 border-b px-page py-1 text-body max-sm:flex-wrap max-sm:px-4 max-sm:py-2",
        TONES[tone],
        className,
      )}
    >
      <Glyph name={glyph} className="max-sm:mt-0.5 max-sm:self-start" />
      <p className="min-w-0 flex-1 break-words">
        {lead !== undefined && <strong className="font-semibold">{lead} </strong>}
        {children}
      </p>
      {action !== undefined && action !== false && (
        <span className="flex shrink-0 gap-2 max-sm:basis-full max-sm:pl-[22px] max-sm:pb-1">{action}</span>
      )}
    </div>
  );
}
