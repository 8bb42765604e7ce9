import type { InboxItem } from "./inbox-item";

/** With less than this left, a deadline goes before everything else. */
const RUNNING_OUT_MS = 15 * 60_000;

export const INBOX_GROUPS = ["running-out", "failure", "approval", "condition", "gate", "by-itself"] as const;
/** Under which head an item stands. */
export type InboxGroup = (typeof INBOX_GROUPS)[number];

/** What the order depends on. */
type Ordered = Pick<InboxItem, "id" | "kind" | "since" | "deadlineAt" | "byItself">;

/** Whether an item runs out within a quarter of an hour of `now` (epoch ms); what has run out counts no more. */
function isRunningOut({ deadlineAt }: Pick<InboxItem, "deadlineAt">, now: number): boolean {
  const left = deadlineAt === undefined ? Number.NaN : Date.parse(deadlineAt) - now;
  return left > 0 && left <= RUNNING_OUT_MS;
}

/** The group of an item at `now`, epoch ms. */
export function inboxGroup(item: Ordered, now: number): InboxGroup {
  if (item.byItself) return "by-itself";
  return isRunningOut(item, now) ? "running-out" : item.kind;
}

/**
 * Worst first at `now` (epoch ms): what runs out within a quarter of an hour; then failures, the newest first, since an
 * old one has been seen; then approvals and, further down, closed gates, the least time left first; between them
 * conditions that stopped a run, the newest first; at last what may go on by itself. Ids decide between equals, so that
 * the order is the same wherever it is made.
 */
export function inboxOrder<Item extends Ordered>(items: readonly Item[], now: number): Item[] {
  return items
    .map((item) => ({ item, group: INBOX_GROUPS.indexOf(inboxGroup(item, now)) }))
    .sort((a, b) => a.group - b.group || byTime(a.item, b.item) || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => item);
}

/** Within a group: a deadline that comes sooner first; without deadlines, what is newer first. */
function byTime(a: Ordered, b: Ordered): number {
  if (a.deadlineAt !== undefined || b.deadlineAt !== undefined)
    return compare(a.deadlineAt ?? "9", b.deadlineAt ?? "9");
  return compare(b.since ?? "", a.since ?? "");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * When the order of these items was last changed by time alone: epoch ms, at most `now`, 0 for never. The order is the
 * same from then until `now`.
 */
export function orderedSince(items: readonly Pick<InboxItem, "deadlineAt">[], now: number): number {
  let since = 0;
  for (const { deadlineAt } of items) {
    const ends = deadlineAt === undefined ? Number.NaN : Date.parse(deadlineAt);
    for (const at of [ends - RUNNING_OUT_MS, ends]) if (at <= now && at > since) since = at;
  }
  return since;
}
