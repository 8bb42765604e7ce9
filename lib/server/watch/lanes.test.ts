import { setImmediate as turnOfLoop } from "node:timers/promises";
import { expect, test } from "vitest";
import { Lanes, lanesWanted } from "./lanes";

test("as many work at once as there may be, fewer when that is fewer, and as many again", async () => {
  let most = 4;
  let wanted = true;
  const underWay: (() => void)[] = [];
  const lanes = new Lanes({
    most: () => most,
    wanted: () => wanted,
    turn: () => new Promise<void>((done) => void underWay.push(done)),
    pause: () => turnOfLoop(),
  });
  const endAll = async () => {
    for (const done of underWay.splice(0)) done();
    await turnOfLoop();
  };
  lanes.start();
  expect(underWay.length).toBe(4);
  most = 1;
  await endAll();
  expect(underWay.length).toBe(1);
  most = 3;
  await endAll();
  expect(underWay.length).toBe(3);
  wanted = false;
  await endAll();
  expect(underWay.length).toBe(0);
});

test("a budget has lanes in proportion, from two to sixteen, and a busy server four at most", () => {
  const wanted = (busy: boolean) => [1, 20, 200].map((perSecond) => lanesWanted(perSecond, busy));
  expect(wanted(false)).toEqual([2, 8, 16]);
  expect(wanted(true)).toEqual([2, 4, 4]);
});
