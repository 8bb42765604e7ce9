import fc from "fast-check";
import { expect, test } from "vitest";
import { type EndedExecution, failureSince } from "./stage-failure";
import { execution, revision } from "./testing/line";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 21, hour)).toISOString();
const ran = (id: string, hour: number, more: Partial<EndedExecution> = {}): EndedExecution => ({
  ...execution(id),
  revisions: [revision(id)],
  startedAt: at(hour),
  updatedAt: at(hour + 1),
  ...more,
});
const failed = { standing: "Failed", stage: "Prod" };

test("since the first failure here after the last success, with every revision that came since", () => {
  const good = ran("aaaaaaa", 1);
  const first = ran("bbbbbbb", 3, failed);
  const elsewhere = ran("ccccccc", 4, { ...failed, stage: "Build" });
  const now = ran("ddddddd", 6, failed);
  const since = failureSince("Prod", good, now, [now, elsewhere, first, good, ran("0000000", 0, failed)]);
  expect(since).toMatchObject({ failures: 2, failingSince: at(4), direction: "forward" });
  expect(since.sources[0]?.revisions.map(({ revision: { shortId } }) => shortId)).toEqual([
    "ddddddd",
    "ccccccc",
    "bbbbbbb",
  ]);
});

test("where nothing ever went through, every failure known counts", () => {
  const now = ran("ddddddd", 6, failed);
  const since = failureSince("Prod", undefined, now, [now, ran("bbbbbbb", 3, failed)]);
  expect(since).toMatchObject({ failures: 2, failingSince: at(4) });
});

test("without times nothing is made up", () => {
  const now = { ...ran("ddddddd", 6, failed), updatedAt: undefined };
  expect(failureSince("Prod", undefined, now, []).failingSince).toBeUndefined();
});

test("a failure is never older than it is, and counts itself", () => {
  const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean()), { maxLength: 8 });
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 20 }), (others, hour) => {
      const now = ran("ddddddd", hour, failed);
      const seen = others.map(([when, bad], index) => ran(`e${index}`, when, bad ? failed : {}));
      const { failures, failingSince } = failureSince("Prod", undefined, now, seen);
      expect(failures).toBeGreaterThanOrEqual(1);
      expect(failingSince && failingSince <= (now.updatedAt ?? "")).toBe(true);
    }),
  );
});
