import { describe, expect, it } from "vitest";
import { pipelineOf, stage, task } from "../operations/testing/declarations";
import { SmallWorld } from "../operations/testing/small-world";

describe("RegionRecords", () => {
  it("keeps pipelines by name, whatever the order they came in", () => {
    const small = new SmallWorld();
    for (const name of ["b", "B", "a", "c", "aa"])
      small.create(pipelineOf(name, [stage("Run", [task("Go")])]));
    const records = small.world.region("111122223333", "eu-west-1");
    expect(records.after("", 10).map(({ name }) => name)).toEqual(["B", "a", "aa", "b", "c"]);
    expect(records.after("a", 2).map(({ name }) => name)).toEqual(["aa", "b"]);
    records.remove("b");
    records.remove("nothing");
    expect(records.after("aa", 10).map(({ name }) => name)).toEqual(["c"]);
    expect(records.count).toBe(4);
  });
});
