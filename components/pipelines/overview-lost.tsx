import { Banner } from "@/components/ui/banner";
import { formatAge } from "@/lib/domain/age";
import { STALE_AFTER_MS } from "@/lib/domain/stale-after";

/** Our own server has not answered for `silenceMs`. It lies over the column names, so that no row moves. */
export function OverviewLost({ silenceMs, why }: { silenceMs: number; why: string | null }) {
  return (
    <div
      role="status"
      className="z-20 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 sm:absolute sm:inset-x-0 sm:bottom-0"
    >
      <Banner
        tone={silenceMs >= STALE_AFTER_MS ? "bad" : "wait"}
        glyph={silenceMs >= STALE_AFTER_MS ? "broken" : "clock"}
        lead={`No live changes for ${formatAge(silenceMs)}.`}
        className="sm:truncate max-sm:min-h-12 max-sm:border-t max-sm:px-4 sm:h-7 sm:min-h-0 sm:border-b-0 sm:py-0"
      >
        {why === null ? "Trying again." : `${why}. Trying again.`}
        {silenceMs >= STALE_AFTER_MS && " Nothing below is live."}
      </Banner>
    </div>
  );
}
