"use client";

import clsx from "clsx";
import { formatAge } from "@/lib/domain/age";
import { formatDuration } from "@/lib/domain/duration";
import { elapsedMs } from "@/lib/domain/elapsed";
import type { Instant } from "@/lib/domain/instant";
import { exactInstant } from "@/lib/domain/instant-words";
import { useAtNow } from "@/lib/queries/server-now";

export interface AgeProps {
  at: Instant;
  /** Adds "ago". */
  ago?: boolean;
  /** Two units, `2 min 14 s`, where the exact length matters. */
  precise?: boolean;
  className?: string;
}

/** How long ago `at` was, counting once a second by the server's clock; the exact instant on hover. */
export function Age({ at, ago = false, precise = false, className }: AgeProps) {
  const words = useAtNow((now) => {
    const age = now === 0 ? null : elapsedMs(at, now);
    if (age === null) return "";
    return precise ? formatDuration(age) : formatAge(age);
  });
  return (
    <time
      dateTime={at}
      title={exactInstant(at)}
      className={clsx(
        "num inline-block whitespace-nowrap",
        !precise && !ago && "min-w-[6ch] text-right",
        className,
      )}
    >
      {ago && words !== "" ? `${words} ago` : words}
    </time>
  );
}
