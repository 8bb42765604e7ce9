import { expect, test } from "vitest";
import { longestOf } from "./longest-task";

const main = (pid: number) => ({ name: "thread_name", pid, tid: 1, args: { name: "CrRendererMain" } });
const task = (pid: number, dur: number, tdur: number) => ({ name: "RunTask", pid, tid: 1, dur, tdur });

test("the longest task is that of the busiest main thread of a page, in milliseconds", () => {
  const events = [
    { name: "thread_name", pid: 9, tid: 1, args: { name: "CrBrowserMain" } },
    task(9, 900_000, 900_000),
    main(1),
    task(1, 60_000, 5000),
    main(2),
    task(2, 51_000, 12_000),
    task(2, 20_000, 19_000),
    { name: "FunctionCall", pid: 2, tid: 1, dur: 800_000, tdur: 1 },
  ];
  expect(longestOf(events)).toEqual({ wallMs: 51, cpuMs: 19, over50: 1 });
});

test("a trace without a page is no measurement", () => {
  expect(() => longestOf([])).toThrow("no task");
});
