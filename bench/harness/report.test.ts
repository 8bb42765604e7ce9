import { expect, test } from "vitest";
import { atMost, informs } from "./figure";
import { exitCodeOf, reportLines } from "./report";

const good = atMost(2, 1, { name: "a", unit: "×", notes: "of the control" });
const bad = atMost(2, 3, { name: "long name", unit: "×", notes: "" });
const info = informs(9, { name: "b", unit: "ms", notes: "" });

test("people's lines come first, then a line of JSON for each figure", () => {
  expect(reportLines([good, bad, info])).toEqual([
    "ok      a          1 × (limit 2); of the control",
    "BEYOND  long name  3 × (limit 2)",
    "info    b          9 ms",
    "",
    '{"name":"a","value":1,"limit":2,"ok":true,"unit":"×","notes":"of the control"}',
    '{"name":"long name","value":3,"limit":2,"ok":false,"unit":"×","notes":""}',
    '{"name":"b","value":9,"limit":null,"ok":true,"unit":"ms","notes":""}',
  ]);
});

test("the exit code is 1 beyond a limit and when nothing was measured", () => {
  expect(exitCodeOf([good, info])).toBe(0);
  expect(exitCodeOf([good, bad])).toBe(1);
  expect(exitCodeOf([])).toBe(1);
});
