import { expect, test } from "vitest";
import { readCountdown } from "./countdown";

const END = "2026-11-21T05:04:00.000Z";
const before = (ms: number) => Date.parse(END) - ms;
const HOUR_MS = 3_600_000;

test("time left is told in two units", () => {
  expect(readCountdown(END, before(112 * 60_000)).words).toBe("1 h 52 min left");
  expect(readCountdown(END, before(40_000)).words).toBe("40 s left");
});

test("below a tenth of the whole it is urgent", () => {
  expect(readCountdown(END, before(HOUR_MS), 9 * HOUR_MS)).toMatchObject({ urgent: false });
  expect(readCountdown(END, before(HOUR_MS), 11 * HOUR_MS)).toMatchObject({ urgent: true, share: 1 / 11 });
});

test("without a known whole there is no share", () => {
  expect(readCountdown(END, before(HOUR_MS))).toMatchObject({ share: null, urgent: false });
});

test("past its end it has expired", () => {
  expect(readCountdown(END, before(-1), HOUR_MS)).toEqual({
    words: "expired",
    leftMs: 0,
    share: 0,
    urgent: true,
  });
});

test("what is no instant has expired rather than failed", () => {
  expect(readCountdown("soon", 0).words).toBe("expired");
});
