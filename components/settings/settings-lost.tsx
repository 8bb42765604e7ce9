import { Banner } from "@/components/ui/banner";
import { formatAge } from "@/lib/domain/age";
import { elapsedMs } from "@/lib/domain/elapsed";
import type { Instant } from "@/lib/domain/instant";
import { STALE_AFTER_MS } from "@/lib/domain/stale-after";
import { useAtNow } from "@/lib/queries/server-now";

/** How long our own server has said nothing, while it does not answer. */
export function SettingsLost({ repliedAt, failed }: { repliedAt: Instant; failed: boolean }) {
  const silence = useAtNow((now) => (failed && now !== 0 ? (elapsedMs(repliedAt, now) ?? 0) : null));
  if (silence === null) return null;
  const stale = silence >= STALE_AFTER_MS;
  return (
    <div role="status">
      <Banner
        tone={stale ? "bad" : "wait"}
        glyph={stale ? "broken" : "clock"}
        lead={`No live changes for ${formatAge(silence)}.`}
        className="px-3"
      >
        Pipedeck does not answer; trying again. Below is how it was then.
      </Banner>
    </div>
  );
}
