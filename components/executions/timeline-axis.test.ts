import fc from "fast-check";
import { expect, test } from "vitest";
import { actionRun, failedReply, timelineStage } from "@/components/testing/execution-fixture";
import { timelineScale, timelineTicks } from "./timeline-axis";

function ticksOf(stages: ReturnType<typeof timelineStage>[], widthPx: number) {
  const scale = timelineScale(stages, { now: 0, runs: false, fold: true });
  return scale === undefined ? [] : timelineTicks(scale, widthPx);
}

test("ticks stand at round times and pass over what is folded", () => {
  const labels = ticksOf(failedReply().execution.stages, 700).map((tick) => tick.label);
  expect(labels.filter((label) => label !== "")).toEqual([
    "09:00",
    "09:04",
    "11:00",
    "11:04",
    "11:08",
    "11:12",
    "11:16",
  ]);
});

test("ticks closer than a minute show seconds", () => {
  const labels = ticksOf([timelineStage("Build", [actionRun("a", "10:00:03", "10:00:40")])], 700);
  expect(labels.map((tick) => tick.label)).toContain("10:00:10");
});

test("a new day is named once", () => {
  const stages = [
    timelineStage("Build", [
      actionRun("a", "10:00", "10:10"),
      actionRun("b", "10:00", "10:10", {
        startedAt: "2026-11-22T08:01:00.000Z",
        endedAt: "2026-11-22T08:20:00.000Z",
      }),
    ]),
  ];
  const dated = ticksOf(stages, 900).filter((tick) => tick.label.startsWith("22 Nov, 08:"));
  expect(dated).toHaveLength(1);
});

test("words on the axis never touch, however long the execution and however narrow the axis", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 40 * 86_400_000 }),
      fc.integer({ min: 1000, max: 3_600_000 }),
      fc.integer({ min: 120, max: 2000 }),
      (gapMs, workMs, widthPx) => {
        const start = Date.parse("2026-11-01T00:00:00.000Z");
        const run = (from: number) => ({
          startedAt: new Date(from).toISOString(),
          endedAt: new Date(from + workMs).toISOString(),
        });
        const stages = [
          timelineStage("Build", [
            actionRun("a", "00:00", "00:00", run(start)),
            actionRun("b", "00:00", "00:00", run(start + workMs + gapMs)),
          ]),
        ];
        let free = Number.NEGATIVE_INFINITY;
        for (const { place, label } of ticksOf(stages, widthPx).filter((tick) => tick.label !== "")) {
          const halfPx = (label.length * 6) / 2;
          expect(place * widthPx - halfPx).toBeGreaterThanOrEqual(free);
          free = place * widthPx + halfPx;
        }
      },
    ),
    { numRuns: 60 },
  );
});
