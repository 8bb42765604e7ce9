import { render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useSettled } from "./use-settled";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function Box({ typed, known, tell }: { typed: string; known: string; tell: (typed: string) => void }) {
  useSettled(typed, known, tell, 120);
  return null;
}

function box() {
  const told: string[] = [];
  // Each time another function, as where it is written in the page.
  const at = (typed: string, known = "") => (
    <Box typed={typed} known={known} tell={(text) => told.push(text)} />
  );
  const { rerender, unmount } = render(at(""));
  return { told, show: (typed: string, known?: string) => rerender(at(typed, known)), unmount };
}

test("what is typed is told once it stood still, and once", () => {
  const { told, show } = box();
  show("a");
  vi.advanceTimersByTime(100);
  show("ab");
  vi.advanceTimersByTime(119);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(["ab"]);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(["ab"]);
});

test("a page that is drawn anew all the time, for changes that come, does not put it off", () => {
  const { told, show } = box();
  show("ab");
  for (let ms = 0; ms < 120; ms += 20) {
    vi.advanceTimersByTime(20);
    show("ab");
  }
  expect(told).toEqual(["ab"]);
});

test("what is known already is not told, nor what was typed on a page that is gone", () => {
  const { told, show, unmount } = box();
  show("ab", "ab");
  vi.advanceTimersByTime(1000);
  show("abc", "ab");
  unmount();
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([]);
});
