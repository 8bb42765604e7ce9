"use client";

import { Banner } from "@/components/ui/banner";
import { formatAge } from "@/lib/domain/age";
import { elapsedMs } from "@/lib/domain/elapsed";
import type { Instant } from "@/lib/domain/instant";
import { useLive } from "@/lib/queries/live/live-store";
import { useAtNow } from "@/lib/queries/server-now";

/** Without an answer for this long, the page says so. */
const LOST_AFTER_MS = 10_000;

/** Our own server has not answered for a while, so there may be more. Nothing while it does. */
export function InboxSilence({ repliedAt, why }: { repliedAt: Instant; why?: string }) {
  const live = useLive().kind === "live";
  const age = useAtNow((now) => {
    const ms = live || now === 0 ? 0 : (elapsedMs(repliedAt, now) ?? 0);
    return ms < LOST_AFTER_MS ? "" : formatAge(ms);
  });
  return (
    <div role="status">
      {age !== "" && (
        <Banner tone="bad" glyph="broken" lead={`No live changes for ${age}.`}>
          {why === undefined ? "" : `${why}. `}There may be more by now. Trying again.
        </Banner>
      )}
    </div>
  );
}
