import fc from "fast-check";
import { expect, test } from "vitest";
import { type TimedRun, usualDurations } from "./usual-durations";

const START = Date.parse("2026-11-21T00:00:00.000Z");
const at = (second: number) => new Date(START + second * 1000).toISOString();
const run = (
  executionId: string,
  action: string,
  from: number,
  to: number,
  status = "Succeeded",
): TimedRun => ({
  stage: "Prod",
  action,
  executionId,
  status,
  startedAt: at(from),
  endedAt: at(to),
});

const all = { complete: true, declared: new Map([["Prod", ["deploy"]]]) };

test("the median of an even count lies between the two in the middle", () => {
  const runs = [10, 40, 20, 30].map((length, place) => run(String(place), "deploy", 0, length));
  expect(usualDurations(runs, all)).toEqual({
    stages: [{ name: "Prod", medianMs: 25_000, successes: 4 }],
    actions: [{ stage: "Prod", name: "deploy", medianMs: 25_000, successes: 4 }],
  });
});

test("only the last 20 successes count", () => {
  const runs = Array.from({ length: 50 }, (_, place) =>
    run(String(place), "deploy", 0, place < 20 ? 10 : 1000),
  );
  expect(usualDurations(runs, all).actions).toEqual([
    { stage: "Prod", name: "deploy", medianMs: 10_000, successes: 20 },
  ]);
});

test("a stage goes from the first start to the last end, and not where something failed in it", () => {
  const runs = [
    run("b", "check", 1000, 1005),
    run("b", "deploy", 100, 200, "Failed"),
    run("a", "check", 30, 50),
    run("a", "deploy", 0, 30),
  ];
  expect(usualDurations(runs, all).stages).toEqual([{ name: "Prod", medianMs: 50_000, successes: 1 }]);
});

test("an execution whose oldest runs are not known counts for no stage", () => {
  const runs = [run("b", "deploy", 0, 40), run("a", "deploy", 0, 10)];
  expect(usualDurations(runs, { ...all, complete: false }).stages).toEqual([
    { name: "Prod", medianMs: 40_000, successes: 1 },
  ]);
  expect(usualDurations(runs, all).stages).toEqual([{ name: "Prod", medianMs: 25_000, successes: 2 }]);
});

test("a stage counts when it ran all its actions or the execution went on, not half of it", () => {
  const declared = new Map([["Prod", ["deploy", "check"]]]);
  const whole = [run("a", "check", 30, 50), run("a", "deploy", 0, 30)];
  const half = run("b", "deploy", 100, 110);
  const after = { ...run("b", "notify", 110, 120), stage: "Tell" };
  const before = { ...run("b", "notify", 50, 60), stage: "Tell" };
  const prod = (runs: TimedRun[], names = declared) =>
    usualDurations(runs, { complete: true, declared: names }).stages.find(({ name }) => name === "Prod");
  expect(prod([half, ...whole])).toMatchObject({ medianMs: 50_000, successes: 1 });
  expect(prod([half, before, ...whole])).toMatchObject({ medianMs: 50_000, successes: 1 });
  expect(prod([after, half])).toMatchObject({ medianMs: 10_000, successes: 1 });
  expect(prod(whole, new Map())).toBeUndefined();
});

test("what runs, failed or has no times is not counted", () => {
  const open: TimedRun = { stage: "Prod", action: "deploy", executionId: "a", status: "InProgress" };
  expect(usualDurations([open, { ...open, status: "Succeeded" }], all)).toEqual({ stages: [], actions: [] });
});

test("half of the lengths are at most the median, half at least", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 20 }),
      (lengths) => {
        const runs = lengths.map((length, place) => run(String(place), "deploy", 0, length));
        const median = usualDurations(runs, all).actions[0]?.medianMs ?? -1;
        expect(lengths.filter((length) => length * 1000 <= median).length).toBeGreaterThanOrEqual(
          lengths.length / 2,
        );
        expect(lengths.filter((length) => length * 1000 >= median).length).toBeGreaterThanOrEqual(
          lengths.length / 2,
        );
      },
    ),
  );
});
