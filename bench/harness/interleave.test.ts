import { expect, test } from "vitest";
import { interleave } from "./interleave";

test("everything is measured once a round, every other round backwards", async () => {
  const order: string[] = [];
  const say = (name: string) => async () => order.push(name);
  const results = await interleave(3, { a: say("a"), b: say("b") });
  expect(order).toEqual(["a", "b", "b", "a", "a", "b"]);
  expect(results).toEqual({ a: [1, 4, 5], b: [2, 3, 6] });
});

test("a failure ends the run", async () => {
  const broken = interleave(2, { a: () => Promise.reject(new Error("gone")) });
  await expect(broken).rejects.toThrow("gone");
});
