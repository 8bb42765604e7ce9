import { type RefObject, useLayoutEffect, useRef } from "react";

const SLIDE_MS = 240;

interface Place {
  at: string;
  x: number;
  y: number;
}

/**
 * Lets a train that has moved to another place (`data-train`, `data-at`) slide there once. Reflow alone moves nothing,
 * and with reduced motion trains simply stand where they are.
 */
export function useTrainSlide(frame: RefObject<HTMLElement | null>): void {
  const before = useRef(new Map<string, Place>());
  useLayoutEffect(() => {
    const container = frame.current;
    if (container === null) {
      return;
    }
    const origin = container.getBoundingClientRect();
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const now = new Map<string, Place>();
    for (const element of container.querySelectorAll<HTMLElement>("[data-train]")) {
      const { train = "", at = "" } = element.dataset;
      const box = element.getBoundingClientRect();
      const place = { at, x: box.left - origin.left + container.scrollLeft, y: box.top - origin.top };
      const from = before.current.get(train);
      if (from !== undefined && from.at !== at && !still && typeof element.animate === "function") {
        element.animate(
          [{ transform: `translate(${from.x - place.x}px, ${from.y - place.y}px)` }, { transform: "none" }],
          { duration: SLIDE_MS, easing: "cubic-bezier(0.2, 0, 0, 1)" },
        );
      }
      now.set(train, place);
    }
    before.current = now;
  });
}
