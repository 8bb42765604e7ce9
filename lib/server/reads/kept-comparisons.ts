import "server-only";
import type { TargetConfig } from "../config/config";
import { keepNewest } from "../watch/keep-newest";
import { KeptRead } from "../watch/kept-read";
import type { ComparedEnds } from "./compare-ends";

/** What failed may be retried and go through, so it is compared again, but seldom. */
const LIMIT_MS = 60_000;

/** What AWS did not answer is asked again by the next who looks. */
const limitMs = ({ unread }: LastCompared) => (unread === "unanswered" ? 0 : LIMIT_MS);
/** Comparisons kept; the one nobody has asked for longest goes first. */
const MOST_KEPT = 200;

/** A comparison with the execution that last went through a stage. */
export type LastCompared = ComparedEnds & { fromId?: string };

declare global {
  var pipedeckComparisons: WeakMap<TargetConfig, Map<string, KeptRead<LastCompared>>> | undefined;
}

/** What `compare` says of a place, asked once for all who look. */
export async function keptComparison(
  target: TargetConfig,
  place: readonly string[],
  compare: () => Promise<LastCompared>,
): Promise<LastCompared> {
  globalThis.pipedeckComparisons ??= new WeakMap();
  const kept = globalThis.pipedeckComparisons.get(target) ?? new Map<string, KeptRead<LastCompared>>();
  globalThis.pipedeckComparisons.set(target, kept);
  const key = JSON.stringify(place);
  const read = kept.get(key) ?? new KeptRead(compare, limitMs);
  keepNewest(kept, key, read, MOST_KEPT);
  return (await read.get()).value;
}
