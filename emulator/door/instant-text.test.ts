import { expect, test } from "vitest";
import { fromInstantText, toInstantText } from "./instant-text";

test("an ISO instant with a zone is read and written back", () => {
  expect(toInstantText(fromInstantText("2028-02-29T10:00+02:00") ?? 0)).toBe("2028-02-29T08:00:00.000Z");
  expect(fromInstantText("2026-03-02T24:00:00Z")).toBe(Date.parse("2026-03-03T00:00:00Z"));
});

test.each([
  "2026-02-30T00:00:00Z",
  "2027-02-29T00:00:00Z",
  "2026-13-01T00:00:00Z",
  "2026-01-01T00:00:00",
  "2026",
])("%s is no instant", (text) => {
  expect(fromInstantText(text)).toBeUndefined();
});
