import { expect, test } from "vitest";
import { dayWords, shortInstant } from "./short-instant";

test.each([
  ["2026-11-21T03:06:10.000Z", "03:06"],
  ["2026-11-20T23:58:00.000Z", "20 Nov 23:58"],
  ["2025-11-21T03:06:10.000Z", "21 Nov 2025 03:06"],
])("on 21 November 2026 %s is %s", (at, words) => {
  expect(shortInstant(at, "2026-11-21")).toBe(words);
});

test("a day has its year only when it is another one", () => {
  expect(dayWords("2026-10-12T00:00:00.000Z", "2026-11-21")).toBe("12 Oct");
  expect(dayWords("2025-10-12T00:00:00.000Z", "2026-11-21")).toBe("12 Oct 2025");
  expect(dayWords("long ago", "2026-11-21")).toBe("long ago");
});
