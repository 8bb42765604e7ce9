import type { GlyphName } from "@/components/ui/glyph";
import { formatAge } from "@/lib/domain/age";
import { elapsedMs } from "@/lib/domain/elapsed";
import type { Freshness } from "@/lib/domain/freshness";
import { clockTime } from "@/lib/domain/instant-words";
import { deniedRole } from "./denied-role";
import { reasonWords, silenceLead } from "./reason-words";

export interface TroubleWords {
  tone: "wait" | "bad";
  glyph: GlyphName;
  lead: string;
  text: string;
}

/** What a banner says at `now` (epoch ms) about a target whose data cannot be trusted; null when there is no trouble. */
export function troubleWords(name: string, freshness: Freshness, now: number): TroubleWords | null {
  switch (freshness.kind) {
    case "live":
    case "catching-up":
      return null;
    case "throttled":
      return {
        tone: "wait",
        glyph: "clock",
        lead: `AWS is throttling ${name}.`,
        text: `${known(freshness.asOf, now)} ${nextRead(freshness.nextTryAt, now)}; nothing here is live.`,
      };
    case "unreachable": {
      const tries = `${freshness.tries} ${freshness.tries === 1 ? "try" : "tries"}`;
      return {
        tone: "bad",
        glyph: "broken",
        lead: silenceLead(name, freshness.reason),
        text: `No good reply since ${clockTime(freshness.since)} UTC, ${tries}: ${reasonWords(freshness.reason)}. ${known(freshness.asOf, now)} ${nextRead(freshness.nextTryAt, now)}.`,
      };
    }
    case "denied":
      return {
        tone: "bad",
        glyph: "lock",
        lead: `${name} may not be read.`,
        text: `${deniedRole(freshness.principal)} lacks ${freshness.permission}. ${known(freshness.asOf, now)} ${nextRead(freshness.nextTryAt, now)}.`,
      };
  }
}

function known(asOf: string | null, now: number): string {
  if (asOf === null) return "Nothing has been read yet.";
  return `Rows below are what we knew at ${clockTime(asOf)} UTC, ${formatAge(elapsedMs(asOf, now) ?? 0)} ago.`;
}

function nextRead(nextTryAt: string, now: number): string {
  const left = Date.parse(nextTryAt) - now;
  return left >= 1000 ? `Next read in ${formatAge(left)}` : "Reading again now";
}
