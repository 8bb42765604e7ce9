import type { Instant } from "@/lib/domain/instant";
import type { PipelineRow, Sentence, Train } from "@/lib/domain/pipeline";

const NOBODY: Train[] = [];
/** Of `2026-11-21T17:14:59.219Z` what comes before the milliseconds. */
const WHOLE_SECOND = 20;

/**
 * Rows that have just come, with what many of them say alike being one object: of 10,000 rows the empty lists and the
 * usual sentences alone would be a tenth of what the page holds. When a row was read is told to the second that had
 * begun, so that those read within one share it: ages are shown no finer. Changes the rows given.
 */
export function shareParts(rows: readonly PipelineRow[]): readonly PipelineRow[] {
  const sentences = new Map<string, Sentence>();
  const seconds = new Map<string, Instant>();
  for (const row of rows) {
    if (row.asOf !== null) row.asOf = wholeSecond(row.asOf, seconds);
    for (const station of row.stations) if (station.waiting.length === 0) station.waiting = NOBODY;
    const { lead, text } = row.sentence;
    const key = `${lead ?? ""}\n${text}`;
    const shared = sentences.get(key);
    if (shared === undefined) sentences.set(key, row.sentence);
    else row.sentence = shared;
  }
  return rows;
}

function wholeSecond(instant: Instant, seconds: Map<string, Instant>): Instant {
  const second = `${instant.slice(0, WHOLE_SECOND)}000Z`;
  const shared = seconds.get(second);
  if (shared !== undefined) return shared;
  seconds.set(second, second);
  return second;
}
