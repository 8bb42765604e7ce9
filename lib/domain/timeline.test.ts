import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ActionRun, TimelineStage } from "./execution-detail";
import { foldTimeline, placeOnScale, type Span, timelineExtent, waitedMs } from "./timeline";

const MINUTE = 60_000;
const span = (from: number, to: number): Span => ({ fromMs: from * MINUTE, toMs: to * MINUTE });
const widths = (whole: Span, waits: Span[], work: Span[], fold = true) =>
  foldTimeline(whole, { waits, work, fold }).segments.map((segment) => [
    segment.fromMs / MINUTE,
    segment.toMs / MINUTE,
    segment.folded,
    Math.round((segment.end - segment.start) * 1000) / 1000,
  ]);

describe("the time axis", () => {
  test.each<[string, Span, Span[], Span[], boolean, unknown]>([
    ["without waits is even", span(0, 60), [], [span(0, 60)], true, [[0, 60, false, 1]]],
    [
      "gives a long wait a fixed share",
      span(0, 120),
      [span(10, 110)],
      [],
      true,
      [
        [0, 10, false, 0.44],
        [10, 110, true, 0.12],
        [110, 120, false, 0.44],
      ],
    ],
    ["is even when folding is off", span(0, 120), [span(10, 110)], [], false, [[0, 120, false, 1]]],
    ["leaves a wait of 20 minutes", span(0, 40), [span(10, 30)], [], true, [[0, 40, false, 1]]],
    [
      "does not draw a wait longer than it was",
      span(0, 1000),
      [span(10, 35)],
      [],
      true,
      [[0, 1000, false, 1]],
    ],
    [
      "does not fold what something works through",
      span(0, 100),
      [span(10, 90)],
      [span(0, 95)],
      true,
      [[0, 100, false, 1]],
    ],
    [
      "folds the part of a wait in which nothing works",
      span(0, 100),
      [span(10, 90)],
      [span(0, 20)],
      true,
      [
        [0, 20, false, 0.587],
        [20, 90, true, 0.12],
        [90, 100, false, 0.293],
      ],
    ],
    ["is one fold when all is a wait", span(0, 100), [span(0, 100)], [], true, [[0, 100, true, 1]]],
    ["of no length is whole", span(5, 5), [], [], true, [[5, 5, false, 1]]],
  ])("%s", (_, whole, waits, work, fold, expected) => {
    expect(widths(whole, waits, work, fold)).toEqual(expected);
  });

  const spans = fc
    .array(fc.tuple(fc.integer({ min: -50, max: 1100 }), fc.integer({ min: 0, max: 400 })), { maxLength: 12 })
    .map((list) => list.map(([from, length]) => span(from, from + length)));

  test("covers the whole without a gap and never goes backwards, whatever waits and works", () => {
    fc.assert(
      fc.property(spans, spans, fc.boolean(), (waits, work, fold) => {
        const whole = span(0, 1000);
        const scale = foldTimeline(whole, { waits, work, fold });
        const { segments } = scale;
        expect(segments[0]).toMatchObject({ fromMs: whole.fromMs, start: 0 });
        expect(segments.at(-1)).toMatchObject({ toMs: whole.toMs, end: 1 });
        segments.slice(1).forEach((segment, index) => {
          expect(segment.fromMs).toBe(segments[index]?.toMs);
          expect(segment.start).toBe(segments[index]?.end);
        });
        let last = 0;
        for (let ms = whole.fromMs; ms <= whole.toMs; ms += 7 * MINUTE) {
          const at = placeOnScale(scale, ms);
          expect(at).toBeGreaterThanOrEqual(last);
          expect(at).toBeLessThanOrEqual(1);
          last = at;
        }
      }),
    );
  });

  test("never makes a fold wider than the wait was, nor folds a moment of work", () => {
    fc.assert(
      fc.property(spans, spans, (waits, work) => {
        const whole = span(0, 1000);
        for (const segment of foldTimeline(whole, { waits, work, fold: true }).segments) {
          if (!segment.folded) continue;
          const natural = (segment.toMs - segment.fromMs) / (whole.toMs - whole.fromMs);
          expect(segment.end - segment.start).toBeLessThanOrEqual(natural + 1e-9);
          const atWork = work.filter(
            (one) => one.toMs > one.fromMs && one.fromMs < segment.toMs && one.toMs > segment.fromMs,
          );
          expect(atWork).toEqual([]);
        }
      }),
    );
  });
});

test("an approval is waited for, a build beside it is work, and what goes on ends now", () => {
  const at = (minute: number) => new Date(minute * MINUTE).toISOString();
  const run = (facts: Partial<ActionRun>): ActionRun => ({
    id: "1",
    name: "a",
    attempt: 1,
    runOrder: 1,
    category: "Build",
    owner: "AWS",
    provider: "CodeBuild",
    standing: "Succeeded",
    status: "Succeeded",
    configuration: [],
    resolvedConfiguration: [],
    inputArtifacts: [],
    outputArtifacts: [],
    outputVariables: [],
    ...facts,
  });
  const stages: TimelineStage[] = [
    {
      name: "Approve",
      standing: "Approval",
      startedAt: at(10),
      waits: [{ kind: "person", from: at(10) }],
      actions: [
        run({ category: "Approval", startedAt: at(10) }),
        run({ startedAt: at(10), endedAt: at(15) }),
        run({ startedAt: "nonsense", endedAt: at(15) }),
        run({}),
      ],
      rules: [],
      pending: [],
    },
  ];
  expect(timelineExtent(stages, 60 * MINUTE)).toEqual(span(10, 60));
  expect(waitedMs(stages, 60 * MINUTE)).toBe(45 * MINUTE);
  expect(timelineExtent([], 0)).toBeUndefined();
});
