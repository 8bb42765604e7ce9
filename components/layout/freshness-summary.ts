import { freshnessWords } from "@/components/ui/freshness-words";
import type { Freshness } from "@/lib/domain/freshness";

export interface FreshnessSummary {
  fresh: number;
  total: number;
  tone: "live" | "wait" | "bad";
}

/** How many targets can be trusted at `now` (epoch ms), and how bad the worst of the others is. */
export function freshnessSummary(all: readonly Freshness[], now: number): FreshnessSummary {
  const tones = all.map((freshness) => freshnessWords(freshness, now).tone);
  const fresh = tones.filter((tone) => tone === "live" || tone === "neutral").length;
  const tone = fresh === all.length ? "live" : tones.includes("bad") && fresh === 0 ? "bad" : "wait";
  return { fresh, total: all.length, tone };
}
