import { deniedRole } from "@/components/pipelines/denied-role";
import { reasonWords, silenceLead } from "@/components/pipelines/reason-words";
import type { GlyphName } from "@/components/ui/glyph";
import { formatAge } from "@/lib/domain/age";
import { countOf, formatCount } from "@/lib/domain/count-words";
import { elapsedMs } from "@/lib/domain/elapsed";
import type { Freshness } from "@/lib/domain/freshness";
import type { Instant } from "@/lib/domain/instant";
import { clockTime } from "@/lib/domain/instant-words";

export interface TargetFreshnessWords {
  /** Beside the chip, while AWS answers. */
  calm: string | null;
  /** Below everything, while it does not. */
  trouble: { tone: "wait" | "bad"; glyph: GlyphName; lead: string; text: string } | null;
}

/** What there is to say at `now` (epoch ms) about the freshness of a target besides its chip. */
export function targetFreshnessWords(name: string, freshness: Freshness, now: number): TargetFreshnessWords {
  switch (freshness.kind) {
    case "live":
      return { calm: `oldest read ${ago(freshness.asOf, now)}`, trouble: null };
    case "catching-up": {
      const { asOf, read, total } = freshness;
      if (total === 0) return { calm: "reading its list", trouble: null };
      const share = `${formatCount(read)} of ${countOf(total, "pipeline")}`;
      const calm = asOf === null ? `${share} read` : `${share} in time, oldest ${ago(asOf, now)}`;
      return { calm, trouble: null };
    }
    case "throttled":
      return troubled("wait", "filter", `AWS is throttling ${name}`, [
        since(freshness.since, now),
        seen(freshness.asOf, now),
        next(freshness.nextTryAt, now),
      ]);
    case "unreachable":
      return troubled("bad", "broken", silenceLead(name, freshness.reason).replace(/\.$/, ""), [
        `${since(freshness.since, now)}, ${countOf(freshness.tries, "try", "tries")}: ${reasonWords(freshness.reason)}.`,
        seen(freshness.asOf, now),
        next(freshness.nextTryAt, now),
      ]);
    case "denied":
      return troubled("bad", "lock", `${name} may not be read`, [
        since(freshness.since, now),
        `${deniedRole(freshness.principal)} lacks ${freshness.permission}.`,
        seen(freshness.asOf, now),
        next(freshness.nextTryAt, now),
      ]);
  }
}

function troubled(
  tone: "wait" | "bad",
  glyph: GlyphName,
  lead: string,
  sentences: readonly string[],
): TargetFreshnessWords {
  const [first = "", ...rest] = sentences;
  const begun = /[.:]/.test(first.at(-1) ?? "") ? first : `${first}.`;
  return { calm: null, trouble: { tone, glyph, lead, text: [begun, ...rest].join(" ") } };
}

function ago(at: Instant, now: number): string {
  return `${formatAge(elapsedMs(at, now) ?? 0)} ago`;
}

function since(at: Instant, now: number): string {
  return `since ${clockTime(at)} UTC, for ${formatAge(elapsedMs(at, now) ?? 0)}`;
}

function seen(asOf: Instant | null, now: number): string {
  if (asOf === null) return "Nothing was read before.";
  return `What pages show of it was read at ${clockTime(asOf)} UTC or later, ${ago(asOf, now)}.`;
}

function next(nextTryAt: Instant, now: number): string {
  const left = Date.parse(nextTryAt) - now;
  return left >= 1000 ? `Next try in ${formatAge(left)}.` : "Trying again now.";
}
