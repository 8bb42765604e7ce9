import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { overviewLayout } from "./overview-layout";
import { lineTops, useLineTops } from "./overview-line-tops";

const LINES = ["head prod", "banner prod", "prod/a", "prod/b"];

/** What was observed, and what the browser says of it. */
let observed: Map<Element, () => void>;

beforeEach(() => {
  observed = new Map();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      #seen: () => void;
      constructor(seen: () => void) {
        this.#seen = seen;
      }
      observe(element: Element) {
        observed.set(element, this.#seen);
      }
      disconnect() {}
    },
  );
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test.each([
  ["a desktop", 1440, [0, 32, 61, 89, 117]],
  ["a phone", 390, [0, 32, 95, 177, 259]],
])("lines stand one below the other on %s", (_words, width, tops) => {
  expect(lineTops(LINES, overviewLayout(width), new Map())).toEqual(tops);
});

function List({ width }: { width: number }) {
  const { topOf, measure } = useLineTops(LINES, overviewLayout(width));
  return (
    <ul>
      {LINES.map((key, index) => (
        <li key={key} data-line={key} ref={key.startsWith("banner") ? measure : undefined}>
          {topOf(index)}
        </li>
      ))}
    </ul>
  );
}

function open(rect: { top: number; height: number }) {
  const scrollBy = vi.spyOn(window, "scrollBy").mockReturnValue();
  const { getAllByRole, rerender } = render(<List width={390} />);
  const [banner, seen] = [...observed].at(0) ?? [];
  if (banner === undefined || seen === undefined) throw new Error("No line was measured.");
  vi.spyOn(banner, "getBoundingClientRect").mockReturnValue(new DOMRect(0, rect.top, 390, rect.height));
  act(seen);
  return {
    scrollBy,
    tops: () => getAllByRole("listitem").map((line) => Number(line.textContent)),
    widen: () => rerender(<List width={1440} />),
  };
}

test("a banner is as high as its words, and lines of another shape forget it", () => {
  const { tops, scrollBy, widen } = open({ top: 80, height: 83 });
  expect(tops()).toEqual([0, 32, 115, 197]);
  expect(scrollBy).not.toHaveBeenCalled();
  widen();
  expect(tops()).toEqual([0, 32, 61, 89]);
});

test("what is read stays where it is when a banner above it turns out higher", () => {
  const { scrollBy } = open({ top: -40, height: 83 });
  expect(scrollBy).toHaveBeenCalledExactlyOnceWith({ top: 20, behavior: "instant" });
});
