import { expect, test } from "vitest";
import type { Freshness } from "./freshness";
import type { Waiting } from "./waiting";
import { waitingDoubt, waitingTime } from "./waiting-time";

const NOW = Date.parse("2026-11-21T03:12:00.000Z");
const minutes = (count: number) => new Date(NOW + count * 60_000).toISOString();
const compile = { action: "compile", since: minutes(-12) };

const rows: Array<[string, Partial<Waiting>, string | undefined]> = [
  ["a failure has an age", { cause: "failure", since: minutes(-4) }, "Failed 4 min ago."],
  ["a failure without an instant has none", { cause: "failure" }, undefined],
  ["an approval has time left", { cause: "approval", until: minutes(112) }, "1 h 52 min left to answer."],
  ["an approval runs out", { cause: "approval", until: minutes(-1) }, "The time to answer is over."],
  [
    "a gate tells both",
    { cause: "gate", since: minutes(-15), until: minutes(60) },
    "Closed 15 min ago, 1 h 00 min left to resume.",
  ],
  [
    "what has stood at a gate for 30 days stays there",
    { cause: "gate", until: minutes(0) },
    "What waits will not resume any more.",
  ],
  [
    "a rule tells how long at most",
    { cause: "rule", since: minutes(-2), until: minutes(4) },
    "For 2 min now, 4 min more at most.",
  ],
  [
    "a rule without a limit tells how long it has been",
    { cause: "rule", since: minutes(-2) },
    "For 2 min now.",
  ],
  ["what runs tells how long", { cause: "work", since: minutes(-12), running: [compile] }, "For 12 min now."],
  ["what rests has no time", { cause: "rest", since: minutes(-12) }, undefined],
  ["an instant that is none says nothing", { cause: "failure", since: "soon" }, undefined],
];

test.each(rows)("%s", (_, facts, expected) => {
  expect(waitingTime({ cause: "rest", text: "x", stage: "Build", ...facts }, NOW)).toBe(expected);
});

const gate: Waiting = { cause: "gate", text: "Y waits.", since: minutes(-15), until: minutes(60) };

test("a closed gate besides tells its own time", () => {
  const failure: Waiting = { cause: "failure", text: "x", since: minutes(-4), gate };
  expect(waitingTime(failure, NOW)).toBe(
    "Failed 4 min ago. Y waits. Closed 15 min ago, 1 h 00 min left to resume.",
  );
  expect(waitingTime({ ...failure, cause: "unknown", gate: { cause: "gate", text: "Y waits." } }, NOW)).toBe(
    "Y waits.",
  );
  expect(waitingTime(failure, 0)).toBe("Y waits.");
});

test("what runs is held against what is usual", () => {
  const work: Waiting = {
    cause: "work",
    text: "x",
    stage: "Build",
    since: compile.since,
    running: [compile],
  };
  expect(waitingTime(work, NOW, () => 14 * 60_000)).toBe("For 12 min now, usually 14 min.");
  expect(waitingTime(work, NOW, () => 4 * 60_000)).toBe(
    "compile has run for 12 min, longer than usual: 4 min.",
  );
});

const beside: Array<[string, number, number, string]> = [
  ["what takes a little longer is usual", 250, 245, "For 4 min now, usually 4 min."],
  ["what takes long takes a quarter more by chance", 3000, 2400, "For 50 min now, usually 40 min."],
  ["what is short takes half a minute more by chance", 40, 10, "For 40 s now, usually 10 s."],
  ["what cannot be told apart in words is usual", 160, 125, "For 2 min now, usually 2 min."],
  ["well beyond is told", 180, 125, "compile has run for 3 min, longer than usual: 2 min."],
];

test.each(beside)("%s", (_, ranSeconds, usualSeconds, expected) => {
  const running = [{ action: "compile", since: new Date(NOW - ranSeconds * 1000).toISOString() }];
  const work: Waiting = { cause: "work", text: "x", stage: "Build", since: running[0]?.since, running };
  expect(waitingTime(work, NOW, () => usualSeconds * 1000)).toBe(expected);
});

test("of several actions the one that runs longer than usual is told", () => {
  const running = [compile, { action: "lint", since: minutes(-3) }];
  const usual = (_: string, action: string) => (action === "lint" ? 60_000 : 3_600_000);
  expect(waitingTime({ cause: "queue", text: "x", stage: "Build", running }, NOW, usual)).toBe(
    "lint has run for 3 min, longer than usual: 1 min.",
  );
});

test("before the server's time is known nothing ticks", () => {
  expect(waitingTime({ cause: "failure", text: "x", since: minutes(-4) }, 0)).toBeUndefined();
});

const trouble = { asOf: minutes(-6), since: minutes(-6), nextTryAt: minutes(1) };
const doubts: Array<[Freshness, string | undefined]> = [
  [{ kind: "live", asOf: minutes(0) }, undefined],
  [{ kind: "throttled", ...trouble }, "AWS is throttling. Seen 6 min ago, this may have changed."],
  [
    { kind: "unreachable", ...trouble, asOf: null, reason: "x", tries: 1 },
    "AWS does not answer. This may have changed.",
  ],
  [{ kind: "denied", ...trouble, permission: "x" }, "AWS says no. Seen 6 min ago, this may have changed."],
];

test.each(doubts)("an answer of %o", (freshness, expected) => {
  expect(waitingDoubt(freshness, NOW)).toBe(expected);
});
