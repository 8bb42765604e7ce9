import { expect, test } from "vitest";
import { below, processesOf } from "./process-memory";

const listing = `
    1     0   1000 init
   10     1  50000 node bench.ts
   11    10  60000 node scripts/run.mjs start
   12    11 200000 next-server (v16.4.6)
   20     1 900000 next-server (v16.4.6)
`;

test("a listing of processes is read line by line", () => {
  expect(processesOf(listing)).toHaveLength(5);
  expect(processesOf(listing)[3]).toEqual({
    pid: 12,
    parent: 11,
    residentKb: 200_000,
    command: "next-server (v16.4.6)",
  });
});

test("only descendants are found, children of children too", () => {
  expect(below(10, processesOf(listing)).map(({ pid }) => pid)).toEqual([11, 12]);
});
