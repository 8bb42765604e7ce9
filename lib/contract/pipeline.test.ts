import { expect, test } from "vitest";
import { PipelineListQuery } from "./pipeline";

test("a page holds 1 to 10000 pipelines, all of them when nothing is said", () => {
  const limit = (text?: string) => PipelineListQuery.safeParse({ limit: text }).data?.limit;
  expect([limit(), limit("1"), limit("10000")]).toEqual([10_000, 1, 10_000]);
  for (const wrong of ["0", "10001", "", " 1", "1e3", "0x10", "-1", "1.5", "ten"]) {
    expect(limit(wrong)).toBeUndefined();
  }
});
