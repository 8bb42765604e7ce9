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

test("the median of an even count lies between the two in the middle", () => {
  const runs = [10, 40, 20, 30].map((length, place) => run(String(place), "deploy", 0, length));
  expect(usualDurations(runs, true)).toEqual({
    stages: [{ name: "Prod", medianMs: 25_000, successes: 4 }],
    actions: [{ stage: "Prod", name: "deploy", medianMs: 25_000, successes: 4 }],
  });
});

test("only the last 20 successes count", () => {
  const runs = Array.from({ length: 50 }, (_, place) =>
    run(String(place), "deploy", 0, place < 20 ? 10 : 1000),
  );
  expect(usualDurations(runs, true).actions).toEqual([
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
  expect(usualDurations(runs, true).stages).toEqual([{ name: "Prod", medianMs: 50_000, successes: 1 }]);
});

test("an execution whose oldest runs are not known counts for no stage", () => {
  const runs = [run("b", "deploy", 0, 40), run("a", "check", 0, 10)];
  expect(usualDurations(runs, false).stages).toEqual([{ name: "Prod", medianMs: 40_000, successes: 1 }]);
  expect(usualDurations(runs, true).stages).toEqual([{ name: "Prod", medianMs: 25_000, successes: 2 }]);
});

test("what runs, failed or has no times is not counted", () => {
  const open: TimedRun = { stage: "Prod", action: "deploy", executionId: "a", status: "InProgress" };
  expect(usualDurations([open, { ...open, status: "Succeeded" }], true)).toEqual({ stages: [], actions: [] });
});

test("half of the lengths are at most the median, half at least", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 20 }),
      (lengths) => {
        const runs = lengths.map((length, place) => run(String(place), "deploy", 0, length));
        const median = usualDurations(runs, true).actions[0]?.medianMs ?? -1;
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
