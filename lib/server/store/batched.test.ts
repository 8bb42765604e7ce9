import fc from "fast-check";
import { expect, it } from "vitest";
import { batched } from "./batched";

it("loads the keys of one turn together, each once, and gives each call its own", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1 }), async (asked) => {
      const loads: number[][] = [];
      const find = batched(async (keys: number[]) => {
        loads.push(keys);
        return new Map(keys.filter((key) => key !== 3).map((key) => [key, `value ${key}`]));
      });
      const found = await Promise.all(asked.map((key) => find(key)));
      expect(found).toEqual(asked.map((key) => (key === 3 ? undefined : `value ${key}`)));
      expect(loads).toEqual([[...new Set(asked)]]);
    }),
  );
});

it("answers no call with a load that began before it", async () => {
  let truth = "before";
  const loads: Array<() => void> = [];
  const find = batched(async (keys: string[]) => {
    const read = truth;
    await new Promise<void>((resolve) => loads.push(resolve));
    return new Map(keys.map((key) => [key, read]));
  });
  const first = find("a");
  await expect.poll(() => loads.length).toBe(1);
  truth = "after";
  const second = find("a");
  await expect.poll(() => loads.length).toBe(2);
  for (const finish of loads) finish();
  expect(await Promise.all([first, second])).toEqual(["before", "after"]);
});

it("fails every call of a turn whose load fails, and no later one", async () => {
  let loads = 0;
  const find = batched(async (keys: string[]) => {
    loads += 1;
    if (loads === 1) throw new Error("no store");
    return new Map(keys.map((key) => [key, key]));
  });
  const failed = await Promise.allSettled([find("a"), find("b")]);
  expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await find("a")).toBe("a");
});

it("loads together what is asked for while a load is under way, as soon as that ends", async () => {
  const loads: Array<{ keys: string[]; finish: () => void }> = [];
  const find = batched(async (keys: string[]) => {
    await new Promise<void>((finish) => loads.push({ keys, finish }));
    return new Map(keys.map((key) => [key, key]));
  });
  const first = find("a");
  await expect.poll(() => loads.length).toBe(1);
  const second = find("b");
  await new Promise(setImmediate);
  const third = find("c");
  loads[0]?.finish();
  await first;
  await expect.poll(() => loads.map(({ keys }) => keys)).toEqual([["a"], ["b", "c"]]);
  loads[1]?.finish();
  expect(await Promise.all([first, second, third])).toEqual(["a", "b", "c"]);
});
