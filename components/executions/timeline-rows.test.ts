import { expect, test } from "vitest";
import { actionRun, at, failedReply, ruleRun, timelineStage } from "@/components/testing/execution-fixture";
import { zoomScale } from "@/lib/domain/timeline-zoom";
import { timelineScale } from "./timeline-axis";
import { timelineRows } from "./timeline-rows";

const now = Date.parse(at("12:00"));

function laidOut(
  stages: ReturnType<typeof timelineStage>[],
  { fold = true, runs = false, open = true } = {},
) {
  const scale = timelineScale(stages, { now, runs, fold });
  if (scale === undefined) throw new Error("nothing has started");
  return { scale, rows: stages.flatMap((stage) => timelineRows(stage, { scale, now, open })) };
}

test("a bar lies where it was on the axis", () => {
  const { rows } = laidOut([
    timelineStage("Build", [actionRun("a", "10:00", "10:05"), actionRun("b", "10:05", "10:10")]),
  ]);
  const places = rows.map((row) => [row.kind, row.bars[0]?.start, row.bars[0]?.end]);
  expect(places).toEqual([
    ["stage", 0, 1],
    ["action", 0, 0.5],
    ["action", 0.5, 1],
  ]);
});

test("a wait over 20 minutes is folded and has its real length written in it", () => {
  const { scale, rows } = laidOut(failedReply().execution.stages);
  const approval = rows.find((row) => row.kind === "action" && row.run.name === "ship-to-prod");
  expect(scale.segments.filter((segment) => segment.folded)).toHaveLength(1);
  expect(approval?.bars).toMatchObject([{ kind: "person", folded: "1 h 56 min", torn: false }]);
  const [bar] = approval?.bars ?? [];
  expect((bar?.end ?? 1) - (bar?.start ?? 0)).toBeLessThan(0.2);
});

test("unfolded, the same wait takes its share", () => {
  const { rows } = laidOut(failedReply().execution.stages, { fold: false });
  const [bar] = rows.find((row) => row.kind === "action" && row.run.name === "ship-to-prod")?.bars ?? [];
  expect(bar?.folded).toBeUndefined();
  expect((bar?.end ?? 0) - (bar?.start ?? 1)).toBeCloseTo(116 / 140, 5);
});

test("hours between two attempts are folded like a wait", () => {
  const stages = [
    timelineStage("Prod", [
      actionRun("deploy", "04:00", "04:05"),
      actionRun("deploy", "11:00", "11:05", { attempt: 2 }),
    ]),
  ];
  expect(laidOut(stages).scale.segments.map((segment) => segment.folded)).toEqual([false, true, false]);
});

test("failed ends are torn, attempts are lines of their own, and rules are pills", () => {
  const { rows } = laidOut(failedReply().execution.stages);
  const prod = rows.filter((row) => row.stage === "Prod");
  expect(prod.map((row) => [row.kind, row.bars[0]?.kind, row.bars[0]?.torn])).toEqual([
    ["stage", "stage", true],
    ["rule", "rule", false],
    ["action", "work", true],
    ["action", "work", true],
    ["pending", undefined, undefined],
  ]);
  expect(prod.flatMap((row) => (row.kind === "action" ? [[row.run.attempt, row.several]] : []))).toEqual([
    [1, true],
    [2, true],
  ]);
});

test("a wait for track is hatched grey, before the stage's own bar", () => {
  const stages = [
    timelineStage("Build", [actionRun("a", "10:00", "10:05")]),
    timelineStage("Staging", [actionRun("b", "10:10", "10:20")], {
      waits: [{ kind: "track", from: at("10:05"), to: at("10:10"), why: "behind 77e0b12" }],
    }),
  ];
  const rows = laidOut(stages).rows.filter((row) => row.stage === "Staging");
  expect(rows[0]?.bars.map((bar) => [bar.kind, bar.start, bar.end])).toEqual([
    ["stage", 0.5, 1],
    ["track", 0.25, 0.5],
  ]);
  expect(rows[1]).toMatchObject({ kind: "wait", bars: [{ kind: "track" }] });
});

test("a stage does not show a wait for a person beside actions at work", () => {
  const approval = actionRun("sign-off", "10:00", "10:10", { category: "Approval" });
  const stage = timelineStage("Review", [approval, actionRun("scan", "10:02", "10:08")], {
    waits: [{ kind: "person", from: at("10:00"), to: at("10:10") }],
  });
  expect(laidOut([stage]).rows[0]?.bars.map((bar) => bar.kind)).toEqual(["stage"]);
});

test("a closed stage is one line", () => {
  expect(laidOut(failedReply().execution.stages, { open: false }).rows.map((row) => row.kind)).toEqual([
    "stage",
    "stage",
    "stage",
  ]);
});

test("what runs is drawn to now, and the axis ends a little later", () => {
  const { scale, rows } = laidOut(
    [timelineStage("Build", [actionRun("a", "11:50")], { standing: "InProgress" })],
    {
      runs: true,
    },
  );
  expect(scale.toMs).toBeGreaterThan(now);
  const [bar] = rows[1]?.bars ?? [];
  expect(bar?.end).toBeGreaterThan(0.8);
  expect(bar?.end).toBeLessThan(1);
  expect(bar?.hue).toBe("run");
});

test("a status of tomorrow is drawn at rest and not torn", () => {
  const { rows } = laidOut([
    timelineStage("Build", [actionRun("a", "10:00", "10:05", { standing: "Draining" })]),
  ]);
  expect(rows[1]?.bars).toMatchObject([{ hue: "idle", torn: false }]);
});

test("rules stand where they are asked: before entry first, on success and on failure last", () => {
  const stage = timelineStage("Prod", [actionRun("deploy", "10:01", "10:05")], {
    rules: [
      ruleRun("p99", "10:06", "10:07", { condition: "onFailure" }),
      ruleRun("5xx", "10:05", "10:06", { condition: "onSuccess" }),
      ruleRun("old", "10:00", "10:01"),
      ruleRun("weekdays", "10:00", "10:01", { condition: "beforeEntry" }),
    ],
  });
  const names = laidOut([stage]).rows.flatMap((row) => ("run" in row ? [row.run.name] : []));
  expect(names).toEqual(["weekdays", "deploy", "5xx", "p99", "old"]);
});

test("an execution of which nothing has started has no axis", () => {
  expect(timelineScale([timelineStage("Build", [])], { now, runs: true, fold: true })).toBeUndefined();
});

test("a line is marked where it would have ended by its median, and only where the axis reaches", () => {
  const stages = [
    timelineStage("Build", [actionRun("a", "10:00", "10:05"), actionRun("b", "10:05", "10:10")]),
  ];
  const scale = timelineScale(stages, { now, runs: false, fold: true });
  if (scale === undefined) throw new Error("nothing has started");
  const usual = {
    stages: [{ name: "Build", medianMs: 300_000, successes: 20 }],
    actions: [
      { stage: "Build", name: "a", medianMs: 150_000, successes: 3 },
      { stage: "Build", name: "b", medianMs: 900_000, successes: 3 },
      { stage: "Prod", name: "a", medianMs: 1, successes: 3 },
    ],
  };
  const rows = stages.flatMap((stage) => timelineRows(stage, { scale, now, open: true, usual }));
  expect(rows.map((row) => row.usual?.place)).toEqual([0.5, 0.25, undefined]);
  expect(rows[2]?.usual).toMatchObject({ medianMs: 900_000, successes: 3 });
});

test("zoomed, what lies beyond is not drawn, and what is cut is not torn", () => {
  const stages = [
    timelineStage("Build", [
      actionRun("a", "10:00", "10:02"),
      actionRun("b", "10:02", "10:08", { standing: "Failed" }),
      actionRun("c", "10:08", "10:10"),
    ]),
  ];
  const whole = timelineScale(stages, { now, runs: false, fold: true });
  if (whole === undefined) throw new Error("nothing has started");
  const scale = zoomScale(whole, { fromMs: Date.parse(at("10:03")), toMs: Date.parse(at("10:05")) });
  const rows = stages.flatMap((stage) => timelineRows(stage, { scale, now, open: true }));
  expect(rows.map((row) => row.bars.map(({ start, end, torn }) => [start, end, torn]))).toEqual([
    [[0, 1, false]],
    [],
    [[0, 1, false]],
    [],
  ]);
});
