import fc from "fast-check";
import { expect, it } from "vitest";
import { SpareShare } from "./spare-share";

const idle = { tokens: 10, most: 10, isBusy: false };

it("the first goes at once, the next after its share of the rate", () => {
  const share = new SpareShare();
  expect(share.turn(0, 8, idle)).toEqual({ kind: "send" });
  expect(share.turn(0, 8, idle)).toEqual({ kind: "wait", waitMs: 500 });
  expect(share.turn(500, 8, idle)).toEqual({ kind: "send" });
});

it("a request stays for who comes next, unless the budget never holds two", () => {
  expect(new SpareShare().turn(0, 4, { ...idle, tokens: 1 }).kind).toBe("wait");
  expect(new SpareShare().turn(0, 1, { ...idle, tokens: 1, most: 1 })).toEqual({ kind: "send" });
});

it("after a throttle nothing goes for a while", () => {
  const share = new SpareShare();
  share.throttled(1000);
  expect(share.turn(1000, 100, idle)).toEqual({ kind: "wait", waitMs: 15_000 });
  expect(share.turn(16_000, 100, idle)).toEqual({ kind: "send" });
});

it("where others always wait, at most one request in thirty is its own", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 200, noNaN: true }), (perSecond) => {
      const share = new SpareShare();
      let queued = 0;
      const endMs = 120_000 / perSecond;
      for (let atMs = 0; atMs < endMs; ) {
        const turn = share.turn(atMs, perSecond, { tokens: 0, most: 10, isBusy: true });
        if (turn.kind === "queue") queued += 1;
        atMs += turn.kind === "wait" ? turn.waitMs : 0;
      }
      expect(queued).toBeLessThanOrEqual(120 / 30);
      if (perSecond <= 20) expect(queued).toBeGreaterThanOrEqual(1);
    }),
  );
});

it("never more than a quarter of the rate goes, nor more than ten a second", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 200, noNaN: true }), (perSecond) => {
      const share = new SpareShare();
      let sent = 0;
      for (let atMs = 0; atMs < 20_000; ) {
        const turn = share.turn(atMs, perSecond, idle);
        if (turn.kind === "send") sent += 1;
        else if (turn.kind === "wait") atMs += turn.waitMs;
      }
      expect(sent).toBeLessThanOrEqual(Math.min(10, perSecond / 4) * 20 + 1);
    }),
  );
});
