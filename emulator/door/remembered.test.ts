import { expect, test } from "vitest";
import { Remembered } from "./remembered";

test("the texts that came last are remembered, the oldest is forgotten when there is one too many", () => {
  const remembered = new Remembered<number>(2);
  remembered.set("a", 1);
  remembered.set("b", 2);
  remembered.set("c", 3);
  expect(["a", "b", "c"].map((text) => remembered.get(text))).toEqual([undefined, 2, 3]);
});
