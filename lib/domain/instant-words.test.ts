import { expect, test } from "vitest";
import { clockTime, exactInstant } from "./instant-words";

test("an instant reads as its exact time in UTC", () => {
  expect(exactInstant("2026-11-01T03:06:10.120Z")).toBe("1 Nov 2026, 03:06:10 UTC");
  expect(clockTime("2026-11-01T03:06:10.120Z")).toBe("03:06:10");
});

test("what is no instant stands as it is", () => {
  expect(exactInstant("yesterday")).toBe("yesterday");
  expect(clockTime("2026-13-99")).toBe("2026-13-99");
});
