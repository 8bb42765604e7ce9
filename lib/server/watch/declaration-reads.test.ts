import { expect, test } from "vitest";
import { DeclarationReads } from "./declaration-reads";

test("of many declarations those are kept that were asked for last", () => {
  const reads = new DeclarationReads({
    id: "t",
    name: "Test",
    account: "111122223333",
    region: "eu-west-1",
    include: [],
    exclude: [],
  });
  const [often, once] = ["often", "once"].map((name) => reads.of(name, 1));
  for (let index = 0; index < 60; index += 1) {
    reads.of(`p${index}`, 1);
    expect(reads.of("often", 1)).toBe(often);
  }
  expect(reads.of("once", 1)).not.toBe(once);
});
