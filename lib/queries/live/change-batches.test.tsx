import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inBatches } from "./change-batches";

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame", "cancelAnimationFrame"],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

function collect() {
  const dealt: number[][] = [];
  return { dealt, batches: inBatches<number>((things) => dealt.push(things)) };
}

test("what comes first is dealt with at once, together with what came along", () => {
  const { dealt, batches } = collect();
  batches.add(1);
  batches.add(2);
  expect(dealt).toEqual([]);
  vi.advanceTimersByTime(0);
  expect(dealt).toEqual([[1, 2]]);
});

test("of many that come at once each turn takes few, in their order, and none is left out", () => {
  const { dealt, batches } = collect();
  for (let thing = 0; thing < 20; thing += 1) batches.add(thing);
  vi.advanceTimersByTime(0);
  expect(dealt).toEqual([[0, 1, 2, 3, 4]]);
  vi.runAllTimers();
  expect(dealt.flat()).toEqual([...new Array(20).keys()]);
  expect(Math.max(...dealt.map(({ length }) => length))).toBe(5);
});

test("after a turn comes its frame and a pause, and after a pause without anything the next comes at once", () => {
  const { dealt, batches } = collect();
  batches.add(1);
  vi.advanceTimersByTime(0);
  batches.add(2);
  vi.advanceTimersToNextFrame();
  vi.advanceTimersByTime(29);
  expect(dealt).toEqual([[1]]);
  vi.advanceTimersByTime(1);
  expect(dealt).toEqual([[1], [2]]);
  vi.advanceTimersByTime(100);
  batches.add(3);
  vi.advanceTimersByTime(0);
  expect(dealt).toEqual([[1], [2], [3]]);
});

test("the frame after a turn is asked for once what came of the turn is in the document", () => {
  const asked: string[] = [];
  vi.stubGlobal("requestAnimationFrame", () => asked.push("frame"));
  // As React Query tells those who watch, and React then draws for them.
  const batches = inBatches<number>(() => setTimeout(() => asked.push("drawn"), 0));
  batches.add(1);
  vi.runAllTimers();
  expect(asked).toEqual(["drawn", "frame"]);
  vi.unstubAllGlobals();
});

test("a turn that fails does not end the turns", () => {
  let turns = 0;
  const batches = inBatches<number>(() => {
    turns += 1;
    throw new Error("it cannot be dealt with");
  });
  for (let thing = 0; thing < 4; thing += 1) batches.add(thing);
  expect(() => vi.advanceTimersByTime(0)).toThrow("it cannot be dealt with");
  expect(() => vi.runAllTimers()).toThrow("it cannot be dealt with");
  expect(turns).toBe(2);
});

test("where one turn follows another the pauses grow, until there was nothing to deal with", () => {
  const { dealt, batches } = collect();
  const turns = () => dealt.length;
  for (let thing = 0; thing < 8; thing += 1) batches.add(thing);
  vi.advanceTimersByTime(0);
  for (const turn of [2, 3, 4]) {
    vi.advanceTimersToNextFrame();
    vi.advanceTimersByTime(30);
    expect(turns()).toBe(turn);
  }
  batches.add(8);
  vi.advanceTimersToNextFrame();
  vi.advanceTimersByTime(49);
  expect(turns()).toBe(4);
  vi.advanceTimersByTime(1);
  expect(turns()).toBe(5);
  vi.runAllTimers();
  batches.add(9);
  vi.advanceTimersByTime(0);
  batches.add(10);
  vi.advanceTimersToNextFrame();
  vi.advanceTimersByTime(30);
  expect(dealt.slice(-2)).toEqual([[9], [10]]);
});

test("while somebody types what came waits until they pause, and no longer than two seconds", () => {
  const { dealt, batches } = collect();
  const type = (forMs: number) => {
    for (let ms = 0; ms < forMs; ms += 100) {
      dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
      vi.advanceTimersByTime(100);
    }
  };
  dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
  batches.add(1);
  type(500);
  expect(dealt).toEqual([]);
  vi.advanceTimersByTime(300);
  expect(dealt).toEqual([[1]]);
  vi.runAllTimers();

  dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
  batches.add(2);
  type(2000);
  expect(dealt).toEqual([[1], [2]]);
  vi.runAllTimers();

  batches.add(3);
  vi.advanceTimersByTime(0);
  expect(dealt).toEqual([[1], [2], [3]]);
});

test("all that waits can be had at once, or forgotten", () => {
  const { dealt, batches } = collect();
  for (let thing = 0; thing < 9; thing += 1) batches.add(thing);
  batches.flush();
  expect(dealt).toEqual([[...new Array(9).keys()]]);
  batches.add(9);
  batches.stop();
  batches.add(10);
  vi.runAllTimers();
  expect(dealt).toHaveLength(1);
});
