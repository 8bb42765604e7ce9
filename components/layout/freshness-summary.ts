import { freshnessWords } from "@/components/ui/freshness-words";
import type { Freshness } from "@/lib/domain/freshness";

export interface FreshnessSummary {
  fresh: number;
  total: number;
  tone: "live" | "neutral" | "wait" | "bad";
}

/**
 * How many targets can be trusted at `now` (epoch ms), and how bad the worst of the others is. One that was never read is
 * not fresh, but no trouble; nor is one that is old only because no page has asked for it lately.
 */
export function freshnessSummary(all: readonly Freshness[], now: number): FreshnessSummary {
  const tones = all.map((freshness) => freshnessWords(freshness, now).tone);
  const fresh = tones.filter(
    (tone, index) => (tone === "live" || tone === "neutral") && all[index]?.asOf !== null,
  ).length;
  const troubled = all.some(({ kind }) => kind !== "live" && kind !== "catching-up");
  const tone =
    fresh === all.length
      ? "live"
      : !troubled
        ? "neutral"
        : tones.includes("bad") && fresh === 0
          ? "bad"
          : "wait";
  return { fresh, total: all.length, tone };
}
