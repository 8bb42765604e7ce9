import { formatAge } from "@/lib/domain/age";
import { elapsedMs } from "@/lib/domain/elapsed";
import type { Freshness } from "@/lib/domain/freshness";
import { STALE_AFTER_MS } from "@/lib/domain/stale-after";
import type { GlyphName } from "./glyph";

const LIVE_UNDER_MS = 10_000;
/** A live target reads what rests every 15 s, so its oldest row may be this old without anything being late. */
const LIVE_BRIEFLY_UNDER_MS = 30_000;

/** What has ended is read every half minute, and its answer may be a minute old by then. */
const RESTS_UNDER_MS = 120_000;

export interface FreshnessWords {
  tone: "live" | "neutral" | "wait" | "bad";
  /** null is the live dot. */
  glyph: GlyphName | null;
  words: string;
}

/**
 * What a freshness chip says at `now` (epoch ms). `brief` leaves out the seconds of what is live; what `rests` has ended
 * and is read seldom, so its age is nothing to look at until a read is late.
 */
export function freshnessWords(
  freshness: Freshness,
  now: number,
  { brief = false, rests = false }: { brief?: boolean; rests?: boolean } = {},
): FreshnessWords {
  switch (freshness.kind) {
    case "live": {
      const age = elapsedMs(freshness.asOf, now) ?? 0;
      if (rests && age >= LIVE_UNDER_MS && age < RESTS_UNDER_MS)
        return { tone: "neutral", glyph: "clock", words: `${formatAge(age)} old` };
      return liveWords(age, brief, freshness.restMs);
    }
    case "catching-up":
      return catchingUpWords(freshness, now);
    case "throttled": {
      const left = Math.max(0, Date.parse(freshness.nextTryAt) - now);
      const age = freshness.asOf === null ? null : elapsedMs(freshness.asOf, now);
      const next = left >= 1000 ? `next in ${formatAge(left)}` : "reading again";
      const words = `throttled, ${brief && age !== null ? `${formatAge(age)} old` : next}`;
      return { tone: "wait", glyph: "filter", words };
    }
    case "unreachable":
      return {
        tone: "bad",
        glyph: "broken",
        words: `unreachable, ${formatAge(elapsedMs(freshness.since, now) ?? 0)}`,
      };
    case "denied":
      return { tone: "bad", glyph: "lock", words: "denied" };
  }
}

function catchingUpWords(
  { asOf, read, total }: Extract<Freshness, { kind: "catching-up" }>,
  now: number,
): FreshnessWords {
  if (asOf === null)
    return {
      tone: "neutral",
      glyph: "clock",
      words: total === 0 ? "catching up" : `catching up, ${read} of ${total}`,
    };
  const { words, ...looks } = oldWords(elapsedMs(asOf, now) ?? 0);
  return { ...looks, words: `catching up, ${words}` };
}

function liveWords(age: number, brief: boolean, restMs: number | undefined): FreshnessWords {
  const usualMs = brief ? LIVE_BRIEFLY_UNDER_MS : LIVE_UNDER_MS;
  if (age >= (restMs === undefined ? usualMs : restMs + LIVE_BRIEFLY_UNDER_MS)) return oldWords(age);
  return { tone: "live", glyph: null, words: brief ? "live" : `live, ${formatAge(age)}` };
}

function oldWords(age: number): FreshnessWords {
  return { tone: age < STALE_AFTER_MS ? "neutral" : "wait", glyph: "clock", words: `${formatAge(age)} old` };
}
