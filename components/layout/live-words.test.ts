import { expect, test } from "vitest";
import { liveWords } from "./live-words";

const NOW = Date.parse("2026-11-21T03:12:00Z");

test("the chip leaves its place to a loss, and says how long it has lasted", () => {
  const lost = liveWords({ kind: "lost", since: NOW - 38_000, tries: 4 }, NOW, true);
  expect(lost.chip).toBe("not live for 38 s");
  expect(lost.sentence).toContain("lost 38 s ago");
});

test("a beginning is no news until it is late", () => {
  expect(liveWords({ kind: "connecting" }, NOW, false).chip).toBeUndefined();
  expect(liveWords({ kind: "connecting" }, NOW, true).chip).toBe("connecting");
  expect(liveWords({ kind: "live" }, NOW, true)).toEqual({ sentence: "Live: changes come by themselves." });
});
