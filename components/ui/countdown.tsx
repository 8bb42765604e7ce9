"use client";

import clsx from "clsx";
import { readCountdown } from "@/lib/domain/countdown";
import type { Instant } from "@/lib/domain/instant";
import { clockTime, exactInstant } from "@/lib/domain/instant-words";
import { useNow } from "@/lib/queries/server-now";

/** Time left until `expiresAt`, its end instant, and a 4 px bar of what is left of `totalMs`. */
export function Countdown({ expiresAt, totalMs }: { expiresAt: Instant; totalMs?: number }) {
  const { words, share, urgent } = readCountdown(expiresAt, useNow(), totalMs);
  return (
    <span className="inline-flex min-w-40 flex-col gap-1">
      <span className="flex items-baseline justify-between gap-3 text-secondary">
        <time
          dateTime={expiresAt}
          title={exactInstant(expiresAt)}
          className={clsx("num whitespace-nowrap text-wait", urgent ? "font-bold" : "font-medium")}
        >
          {words}
        </time>
        <span className="num whitespace-nowrap text-label text-ink-3" title={exactInstant(expiresAt)}>
          until {clockTime(expiresAt).slice(0, 5)} UTC
        </span>
      </span>
      {share !== null && (
        <span
          aria-hidden
          className="h-1 overflow-hidden rounded-full border border-wait-edge/50 bg-wait-tint"
        >
          <span className="block h-full bg-wait-edge" style={{ width: `${(share * 100).toFixed(1)}%` }} />
        </span>
      )}
    </span>
  );
}
