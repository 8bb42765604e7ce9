import { act, cleanup, render } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useRowWindow } from "./use-row-window";

const ROW_PX = 32;
const topOf = (index: number) => index * ROW_PX;

let asked: FrameRequestCallback[] = [];
let posted: { work: () => void; signal: AbortSignal }[] = [];

beforeEach(() => {
  asked = [];
  posted = [];
  vi.stubGlobal("scheduler", {
    postTask: async (work: () => void, { signal }: { signal: AbortSignal }) => {
      posted.push({ work, signal });
    },
  });
  vi.stubGlobal("requestAnimationFrame", (callback: FrameRequestCallback) => asked.push(callback));
  vi.stubGlobal("cancelAnimationFrame", (id: number) => asked.splice(id - 1, 1, () => undefined));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** What the browser does before a frame. */
function tasks() {
  const those = posted;
  posted = [];
  for (const { work, signal } of those) if (!signal.aborted) work();
}

/** What the browser does for one frame. */
function frame() {
  tasks();
  const callbacks = asked;
  asked = [];
  for (const callback of callbacks) callback(0);
}

/** Whether another frame would do anything. */
function isAtWork(): boolean {
  return asked.length > 0 || posted.length > 0;
}

function List({ count, question = "" }: { count: number; question?: string }) {
  const list = useRef<HTMLUListElement>(null);
  const { from, to, scrolled } = useRowWindow(list, { count, topOf, first: 32, around: 8, question });
  return (
    <ul ref={list} data-scrolled={scrolled}>
      {[...new Array(count).keys()].slice(from, to).map((row) => (
        <li key={row}>{row}</li>
      ))}
    </ul>
  );
}

/** A list of a thousand rows, and how it is scrolled so that `row` is the first in sight. */
function open() {
  const { getAllByRole, getByRole, rerender } = render(<List count={1000} />);
  const list = getByRole("list");
  const scrollTo = (row: number) => {
    vi.spyOn(list, "getBoundingClientRect").mockReturnValue(
      new DOMRect(0, -row * ROW_PX, 800, 1000 * ROW_PX),
    );
    vi.stubGlobal("scrollY", row * ROW_PX);
    window.dispatchEvent(new Event("scroll"));
  };
  const shorten = (count: number) => rerender(<List count={count} />);
  const ask = (question: string) => rerender(<List count={1000} question={question} />);
  return {
    list,
    scrollTo,
    shorten,
    ask,
    rows: () => getAllByRole("listitem").map((row) => Number(row.textContent)),
  };
}

test("however many frames pass before React draws, at most ten rows come at once", () => {
  const { rows, scrollTo } = open();
  act(() => {
    for (const row of [500, 510, 520, 530]) {
      scrollTo(row);
      frame();
    }
  });
  expect(rows()).toEqual([530, 531, 532, 533, 534, 535, 536, 537, 538, 539]);
});

test("the page is measured between React's work and the frame, once for what was drawn in between", () => {
  const { list, shorten } = open();
  act(frame);
  const measured = vi.spyOn(list, "getBoundingClientRect");
  shorten(900);
  shorten(800);
  expect(measured).not.toHaveBeenCalled();
  act(tasks);
  expect(measured).toHaveBeenCalledOnce();
  act(frame);
  expect(measured).toHaveBeenCalledOnce();
});

test("frame by frame all rows in sight come, and those around them", () => {
  const { rows, scrollTo } = open();
  act(() => scrollTo(500));
  const drawn: number[][] = [];
  while (isAtWork()) {
    act(frame);
    drawn.push(rows());
  }
  for (const [index, after] of drawn.entries()) {
    const before = new Set(drawn[index - 1]);
    expect(after.filter((row) => !before.has(row)).length).toBeLessThanOrEqual(10);
  }
  const lastInSight = 500 + Math.ceil(window.innerHeight / ROW_PX);
  expect(drawn.at(-1)?.at(0)).toBe(492);
  expect(drawn.at(-1)?.at(-1)).toBe(lastInSight + 7);
});

test("a window that was never scrolled says so", () => {
  const { list, scrollTo } = open();
  act(frame);
  expect(list.dataset.scrolled).toBe("false");
  act(() => scrollTo(3));
  act(frame);
  expect(list.dataset.scrolled).toBe("true");
});

test("a list that becomes shorter than where the window stands shows its rows at once", () => {
  const { rows, scrollTo, shorten } = open();
  act(() => scrollTo(500));
  while (isAtWork()) act(frame);
  shorten(5);
  expect(rows()).toEqual([0, 1, 2, 3, 4]);
});

test("a list about something else brings few rows at once, and the others frame by frame", () => {
  const { rows, scrollTo, ask } = open();
  ask("status:failed");
  expect(rows()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  act(frame);
  expect(rows()).toHaveLength(20);
  act(() => scrollTo(500));
  while (isAtWork()) act(frame);
  ask("");
  expect(rows()).toEqual([500, 501, 502, 503, 504, 505, 506, 507, 508, 509]);
});
