import fc from "fast-check";
import { expect, test } from "vitest";
import { EXECUTION_NOW, summary } from "@/components/testing/execution-fixture";
import type { ExecutionList } from "@/lib/contract/execution-list";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { mergeHistory, NOTHING_HELD } from "./history-merge";

/** Number 1 is the oldest. */
function numbered(number: number, more: Partial<ExecutionSummary> = {}): ExecutionSummary {
  return summary(`e${number}`, new Date(Date.parse(EXECUTION_NOW) + number * 60_000).toISOString(), more);
}

function page(numbers: number[], more: Partial<ExecutionList> = {}): ExecutionList {
  return {
    items: numbers.map((number) => numbered(number)),
    freshness: { kind: "live", asOf: EXECUTION_NOW },
    now: new Date(Date.parse(EXECUTION_NOW) + 10_000 * 60_000).toISOString(),
    ...more,
  };
}

const ids = (rows: readonly ExecutionSummary[]) => rows.map((row) => row.id);

test("pages follow one another; what two of them hold is shown once", () => {
  const { rows } = mergeHistory({
    pages: [page([6, 5, 4], { nextCursor: "a" }), page([4, 3, 2])],
    held: NOTHING_HELD,
    filter: { statuses: [] },
  });
  expect(ids(rows)).toEqual(["e6", "e5", "e4", "e3", "e2"]);
});

test("new executions wait until they are asked for, and then come first", () => {
  const parts = { pages: [page([3, 2, 1])], newest: page([5, 4, 3]), filter: { statuses: [] } };
  const before = mergeHistory({ ...parts, held: NOTHING_HELD });
  expect(ids(before.rows)).toEqual(["e3", "e2", "e1"]);
  expect(ids(before.pending)).toEqual(["e5", "e4"]);
  const after = mergeHistory({ ...parts, held: { ...NOTHING_HELD, accepted: before.pending } });
  expect(ids(after.rows)).toEqual(["e5", "e4", "e3", "e2", "e1"]);
  expect(after.pending).toEqual([]);
});

test("a row changes in its place", () => {
  const newest = { ...page([]), items: [numbered(3, { standing: "Failed", status: "Failed" })] };
  const { rows } = mergeHistory({
    pages: [page([3, 2])],
    newest,
    held: NOTHING_HELD,
    filter: { statuses: [] },
  });
  expect(rows.map((row) => row.status)).toEqual(["Failed", "Succeeded"]);
});

test("an older row that was retried is as it was last seen, in its place", () => {
  const retried = numbered(2, { standing: "InProgress", status: "InProgress" });
  const inSight = new Map([[retried.id, retried]]);
  const parts = { pages: [page([9, 8, 2])], newest: page([9, 8], { nextCursor: "a" }), held: NOTHING_HELD };
  expect(mergeHistory({ ...parts, inSight, filter: { statuses: [] } }).rows.map((row) => row.status)).toEqual(
    ["Succeeded", "Succeeded", "InProgress"],
  );
  expect(mergeHistory({ ...parts, inSight, filter: { statuses: ["Succeeded"] } }).left).toEqual(["e2"]);
});

test("a list of which AWS no longer has the newest is gone, once AWS was asked later", () => {
  const pages = [page([3, 2, 1])];
  const later = { freshness: { kind: "live" as const, asOf: numbered(1).startedAt ?? "" } };
  const gone = (newest: ExecutionList) =>
    mergeHistory({ pages, newest, held: NOTHING_HELD, filter: { statuses: [] } }).gone;
  expect(gone(page([3, 2, 1], later))).toBe(false);
  expect(gone(page([4, 3, 2], { ...later, nextCursor: "a" }))).toBe(false);
  expect(gone(page([3, 1], later))).toBe(true);
  expect(gone(page([], later))).toBe(true);
  expect(gone(page([3, 1]))).toBe(false);
});

test("with a filter only what has the status is new, and a row that lost it stays until asked", () => {
  const running = { standing: "InProgress", status: "InProgress" };
  const pages = [{ ...page([]), items: [numbered(3, running), numbered(1, running)] }];
  const newest = {
    ...page([]),
    items: [numbered(5, running), numbered(4), numbered(3), numbered(1, running)],
  };
  const statuses = ["InProgress"];
  const merged = mergeHistory({ pages, newest, held: NOTHING_HELD, filter: { statuses } });
  expect(ids(merged.rows)).toEqual(["e3", "e1"]);
  expect(ids(merged.pending)).toEqual(["e5"]);
  expect(merged.left).toEqual(["e3"]);
  const held = { accepted: merged.pending, dropped: new Set(merged.left) };
  expect(ids(mergeHistory({ pages, newest, held, filter: { statuses } }).rows)).toEqual(["e5", "e1"]);
});

test("one that came to have the status goes where it started", () => {
  const failed = { standing: "Failed", status: "Failed" };
  const pages = [{ ...page([]), items: [numbered(4, failed), numbered(1, failed)] }];
  const newest = { ...page([]), items: [numbered(4, failed), numbered(2, failed)] };
  const { pending } = mergeHistory({ pages, newest, held: NOTHING_HELD, filter: { statuses: ["Failed"] } });
  const { rows } = mergeHistory({
    pages,
    newest,
    held: { ...NOTHING_HELD, accepted: pending },
    filter: { statuses: ["Failed"] },
  });
  expect(ids(rows)).toEqual(["e4", "e2", "e1"]);
});

test("an execution older than all that was read is not new", () => {
  const pages = [page([9, 8], { nextCursor: "a" })];
  expect(
    mergeHistory({ pages, newest: page([9, 8, 7]), held: NOTHING_HELD, filter: { statuses: [] } }).pending,
  ).toEqual([]);
});

test("more news than the newest page holds is a gap", () => {
  const pages = [page([3, 2, 1], { now: numbered(3).startedAt ?? "" })];
  const newest = page([9, 8, 7], { nextCursor: "a" });
  expect(mergeHistory({ pages, newest, held: NOTHING_HELD, filter: { statuses: [] } }).gap).toBe(true);
  const met = page([9, 8, 3], { nextCursor: "a" });
  expect(mergeHistory({ pages, newest: met, held: NOTHING_HELD, filter: { statuses: [] } }).gap).toBe(false);
  const aheadOfOurs = [page([9, 8, 7], { now: numbered(1).startedAt ?? "" })];
  expect(mergeHistory({ pages: aheadOfOurs, newest, held: NOTHING_HELD, filter: { statuses: [] } }).gap).toBe(
    false,
  );
});

test("however executions come while pages are read, none is lost and none is repeated", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 15 }),
      fc.integer({ min: 1, max: 20 }),
      (old, came, size) => {
        const all = Array.from({ length: old }, (_, index) => old - index);
        const pages: ExecutionList[] = [];
        for (let from = 0; from < all.length; from += size) {
          // A page may begin with the last of the page before, as it does when the list has moved.
          pages.push(page(all.slice(Math.max(0, from - 1), from + size)));
        }
        const newest = page(
          Array.from({ length: came + 3 }, (_, index) => old + came - index).filter((n) => n > 0),
        );
        const { pending } = mergeHistory({ pages, newest, held: NOTHING_HELD, filter: { statuses: [] } });
        const shown = mergeHistory({
          pages,
          newest,
          held: { ...NOTHING_HELD, accepted: pending },
          filter: { statuses: [] },
        }).rows;
        expect(ids(shown)).toEqual(
          Array.from({ length: old + came }, (_, index) => `e${old + came - index}`),
        );
      },
    ),
  );
});
