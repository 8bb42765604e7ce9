import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { INBOX_KINDS, type InboxItem } from "./inbox-item";
import { INBOX_GROUPS, inboxGroup, inboxOrder, orderedSince } from "./inbox-order";

const NOW = Date.parse("2026-11-21T03:00:00.000Z");
const MINUTE_MS = 60_000;

type Ordered = Pick<InboxItem, "id" | "kind" | "since" | "deadlineAt" | "byItself">;

const at = (minutes: number) => new Date(NOW + minutes * MINUTE_MS).toISOString();
const approval = (id: string, leftMinutes: number): Ordered => ({
  id,
  kind: "approval",
  since: at(-60),
  deadlineAt: at(leftMinutes),
});
const failure = (id: string, agoMinutes: number): Ordered => ({
  id,
  kind: "failure",
  since: at(-agoMinutes),
});
const ids = (items: readonly Ordered[], now = NOW) => inboxOrder(items, now).map(({ id }) => id);

describe("worst first", () => {
  test.each<[string, Ordered[], string[]]>([
    [
      "what runs out within a quarter of an hour goes before a failure, the least time first",
      [failure("failure", 1), approval("in ten", 10), approval("in five", 5)],
      ["in five", "in ten", "failure"],
    ],
    [
      "a failure goes before an approval with time left",
      [approval("in sixteen", 16), failure("failure", 500)],
      ["failure", "in sixteen"],
    ],
    ["of failures the newest goes first", [failure("old", 90), failure("new", 2)], ["new", "old"]],
    [
      "an approval whose time has run out is no more urgent than others",
      [approval("over", -1), failure("failure", 9), approval("later", 60)],
      ["failure", "over", "later"],
    ],
    [
      "conditions stand between approvals and gates, and what may go on by itself comes last",
      [
        { id: "waits", kind: "condition", since: at(-1), byItself: true },
        { id: "gate", kind: "gate", since: at(-5), deadlineAt: at(43_195) },
        { id: "condition", kind: "condition", since: at(-5) },
        approval("approval", 300),
      ],
      ["approval", "condition", "gate", "waits"],
    ],
    [
      "of gates the one that soon resumes nothing any more goes first",
      [
        { id: "fresh", kind: "gate", deadlineAt: at(43_000) },
        { id: "old", kind: "gate", deadlineAt: at(900) },
        { id: "nobody says when", kind: "gate" },
      ],
      ["old", "fresh", "nobody says when"],
    ],
  ])("%s", (_, items, order) => {
    expect(ids(items)).toEqual(order);
    expect(ids([...items].reverse())).toEqual(order);
  });
});

const instant = fc.integer({ min: -50_000, max: 50_000 }).map(at);
const anyItem = fc
  .record(
    {
      id: fc.uuid(),
      kind: fc.constantFrom(...INBOX_KINDS),
      since: instant,
      deadlineAt: instant,
      byItself: fc.constant(true as const),
    },
    { requiredKeys: ["id", "kind"] },
  )
  .map((item): Ordered => item);
const anyItems = fc.uniqueArray(anyItem, { selector: ({ id }) => id, maxLength: 30 });

test("the order keeps every item, and does not depend on the order they came in", () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      const ordered = inboxOrder(items, NOW);
      expect(new Set(ordered)).toEqual(new Set(items));
      expect(inboxOrder([...items].reverse(), NOW)).toEqual(ordered);
      expect(inboxOrder(ordered, NOW)).toEqual(ordered);
    }),
  );
});

test("groups follow each other in their order, and a sooner deadline goes first within one", () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      const ordered = inboxOrder(items, NOW);
      for (const [index, after] of ordered.slice(1).entries()) {
        const before = ordered[index];
        if (before === undefined) continue;
        const rank = (item: Ordered) => INBOX_GROUPS.indexOf(inboxGroup(item, NOW));
        expect(rank(before)).toBeLessThanOrEqual(rank(after));
        if (rank(before) < rank(after) || after.deadlineAt === undefined) continue;
        expect(Date.parse(before.deadlineAt ?? "")).toBeLessThanOrEqual(Date.parse(after.deadlineAt));
      }
    }),
  );
});

test("from the moment that is told until now, time changes no group", () => {
  fc.assert(
    fc.property(anyItems, fc.double({ min: 0, max: 1, noNaN: true }), (items, share) => {
      const since = orderedSince(items, NOW);
      expect(since).toBeLessThanOrEqual(NOW);
      const between = since + (NOW - since) * share;
      expect(ids(items, since)).toEqual(ids(items));
      expect(ids(items, between)).toEqual(ids(items));
    }),
  );
});
