import "server-only";
import { objects } from "../codepipeline/lenient";
import type { AwsExecutionPage, AwsExecutionSummary } from "../codepipeline/list-pipeline-executions";
import type { IndexReach } from "../store/indexed-pipelines";
import { startMsOf } from "./pipeline-history";

/** What changed this long before the newest that is known may not have been heard of. */
const SLACK_MS = 3_600_000;

/** What the newest page of a list means for what is kept. */
export interface HeardPage {
  reach: IndexReach;
  /** Of the page, what may not be kept yet. */
  unkept: readonly AwsExecutionSummary[];
}

/**
 * The reach of a pipeline after AWS listed its newest page. Where that meets what is kept, nothing is missing; otherwise more
 * have started than a page holds, and what is older is to be read anew.
 *
 * @param notBeforeMs what started before is not wanted
 */
export function afterNewest(
  before: IndexReach | undefined,
  page: AwsExecutionPage,
  notBeforeMs: number,
): HeardPage {
  const items = objects(page.items);
  const starts = items.map(startMsOf).filter((ms) => ms > 0);
  const newestMs = starts.length === 0 ? null : Math.max(...starts);
  const oldestMs = starts.length === 0 ? null : Math.min(...starts);
  const known = before?.newestMs ?? null;
  const meets = before !== undefined && known !== null && oldestMs !== null && oldestMs <= known;
  if (meets && (before.complete || before.nextToken !== null)) {
    const unkept = items.filter((item) => changedMsOf(item) >= known - SLACK_MS);
    return { reach: { ...before, newestMs: Math.max(known, newestMs ?? known) }, unkept };
  }
  const nextToken = page.nextToken ?? null;
  const complete = nextToken === null || (oldestMs !== null && oldestMs < notBeforeMs);
  const backToMs = complete && before?.complete && known !== null ? min(before.backToMs, oldestMs) : oldestMs;
  return { reach: { newestMs, backToMs, nextToken, complete }, unkept: items };
}

/** The reach of a pipeline after the page behind it was read and kept. */
export function afterOlder(before: IndexReach, page: AwsExecutionPage, notBeforeMs: number): IndexReach {
  const starts = objects(page.items)
    .map(startMsOf)
    .filter((ms) => ms > 0);
  const backToMs = min(before.backToMs, starts.length === 0 ? null : Math.min(...starts));
  const nextToken = page.nextToken ?? null;
  const complete = nextToken === null || (backToMs !== null && backToMs < notBeforeMs);
  return { ...before, backToMs, nextToken, complete };
}

function min(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

function changedMsOf(item: AwsExecutionSummary): number {
  const at = item.lastUpdateTime instanceof Date ? item.lastUpdateTime.getTime() : Number.NaN;
  return Number.isNaN(at) ? startMsOf(item) : at;
}
