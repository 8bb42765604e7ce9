"use client";

import { Banner } from "@/components/ui/banner";
import { formatAge } from "@/lib/domain/age";
import { elapsedMs } from "@/lib/domain/elapsed";
import type { Instant } from "@/lib/domain/instant";
import { useAtNow } from "@/lib/queries/server-now";

export interface OverviewLostProps {
  /** When our own server last answered. */
  repliedAt: Instant;
  /** So long ago that nothing shown is live. */
  stale: boolean;
  why: string | null;
}

/** Our own server has not answered for a while. It lies over the column names, so that no row moves. */
export function OverviewLost({ repliedAt, stale, why }: OverviewLostProps) {
  const age = useAtNow((now) => formatAge(elapsedMs(repliedAt, now) ?? 0));
  return (
    <div
      role="status"
      className="z-20 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-tabs sm:absolute sm:inset-x-0 sm:bottom-0"
    >
      <Banner
        tone={stale ? "bad" : "wait"}
        glyph={stale ? "broken" : "clock"}
        lead={`No live changes for ${age}.`}
        className="sm:truncate max-sm:min-h-12 max-sm:border-t max-sm:px-4 sm:h-7 sm:min-h-0 sm:border-b-0 sm:py-0"
      >
        {why === null ? "Trying again." : `${why}. Trying again.`}
        {stale && " Nothing below is live."}
      </Banner>
    </div>
  );
}
