import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldTimeline, placeOnScale, type Span, type TimelineScale } from "./timeline";
import { instantAt, panned, zoomed, zoomScale } from "./timeline-zoom";

const MINUTE = 60_000;
const plain: TimelineScale = foldTimeline(
  { fromMs: 0, toMs: 100 * MINUTE },
  { waits: [], work: [], fold: true },
);

const scale: fc.Arbitrary<TimelineScale> = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 300 }))
  .map(([before, wait, after]) => {
    const whole = { fromMs: 0, toMs: (before + wait + after) * MINUTE };
    const waits = [{ fromMs: before * MINUTE, toMs: (before + wait) * MINUTE }];
    return foldTimeline(whole, { waits, work: [], fold: true });
  });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const range = (of: TimelineScale, [a, b]: readonly [number, number]): Span => ({
  fromMs: instantAt(of, Math.min(a, b)),
  toMs: instantAt(of, Math.max(a, b)),
});

describe("a zoomed axis", () => {
  test("has no gaps, goes from 0 to 1 and keeps the order of time", () => {
    fc.assert(
      fc.property(scale, fc.tuple(share, share), (of, ends) => {
        const { segments, fromMs, toMs } = zoomScale(of, range(of, ends));
        expect(segments[0]?.start).toBeCloseTo(0, 6);
        expect(segments.at(-1)?.end).toBeCloseTo(1, 6);
        expect(segments[0]?.fromMs).toBeCloseTo(fromMs, 3);
        expect(segments.at(-1)?.toMs).toBeCloseTo(toMs, 3);
        for (const [index, segment] of segments.entries()) {
          expect(segment.end).toBeGreaterThanOrEqual(segment.start);
          if (index > 0) expect(segment.start).toBeCloseTo(segments[index - 1]?.end ?? -1, 6);
        }
      }),
    );
  });

  test("shows the whole where no range is asked for", () => {
    expect(zoomScale(plain, undefined)).toBe(plain);
    expect(zoomScale(plain, { fromMs: -5, toMs: 200 * MINUTE })).toBe(plain);
    expect(zoomScale(plain, { fromMs: 300 * MINUTE, toMs: 400 * MINUTE })).toBe(plain);
  });
});

describe("zooming", () => {
  test("keeps what is under the pointer where it is", () => {
    fc.assert(
      fc.property(scale, share, (of, at) => {
        const under = instantAt(of, at);
        const closer = zoomScale(of, zoomed(of, undefined, { factor: 0.5, at }));
        expect(placeOnScale(closer, under)).toBeCloseTo(at, 4);
      }),
    );
  });

  test("out again leads back to the whole, and never beyond", () => {
    const closer = zoomed(plain, undefined, { factor: 0.25, at: 0.5 });
    expect(closer).toBeDefined();
    expect(zoomed(plain, closer, { factor: 4, at: 0.5 })).toBeUndefined();
    expect(zoomed(plain, undefined, { factor: 2, at: 0 })).toBeUndefined();
  });

  test("ends at the narrowest window there is", () => {
    let closer: Span | undefined;
    for (let step = 0; step < 60; step += 1) closer = zoomed(plain, closer, { factor: 0.5, at: 0.5 });
    const { fromMs = 0, toMs = 0 } = closer ?? {};
    expect(toMs - fromMs).toBeGreaterThan(0);
  });
});

test("moving keeps the width and stops at both ends", () => {
  const middle = { fromMs: 40 * MINUTE, toMs: 60 * MINUTE };
  const minutes = (share: number) => {
    const { fromMs = -1, toMs = -1 } = panned(plain, middle, share) ?? {};
    return [fromMs, toMs].map((ms) => Math.round(ms / MINUTE));
  };
  expect([0.5, 9, -9].map(minutes)).toEqual([
    [50, 70],
    [80, 100],
    [0, 20],
  ]);
  expect(panned(plain, undefined, 1)).toBeUndefined();
});
