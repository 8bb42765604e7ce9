import type { CDPSession, Page } from "@playwright/test";

/** One way of scrolling; `scroll` begins anywhere in the list and ends anywhere. */
export type Gesture = { name: string; scroll: (page: Page, input: CDPSession) => Promise<void> };

const WHEEL_MS = 3000;
const JUMPS = 30;

/** A wheel that turns for 3 s at so many pixels a second, down or up, as the browser itself makes it. */
function wheel(name: string, pxPerSecond: number, direction: "down" | "up"): Gesture {
  return {
    name,
    scroll: async (_page, input) => {
      const distance = (pxPerSecond * WHEEL_MS) / 1000;
      await input.send("Input.synthesizeScrollGesture", {
        x: 700,
        y: 500,
        yDistance: direction === "down" ? -distance : distance,
        speed: pxPerSecond,
        gestureSourceType: "mouse",
        preventFling: true,
      });
    },
  };
}

/** The thumb of the scrollbar thrown about: a new place, anywhere in the list, every other frame. */
const scrollbar: Gesture = {
  name: "scrollbar",
  scroll: (page) =>
    page.evaluate(async (jumps) => {
      for (let jump = 1; jump <= jumps; jump += 1) {
        // Places spread by the golden ratio: far from one another, the same in every run.
        const place = (jump * 0.618033988749895) % 1;
        window.scrollTo({ top: place * document.documentElement.scrollHeight, behavior: "instant" });
        await new Promise<void>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
        );
      }
    }, JUMPS),
};

/** Home and End in turns. */
const homeEnd: Gesture = {
  name: "Home, End",
  scroll: async (page) => {
    for (let press = 0; press < JUMPS / 2; press += 1) await page.keyboard.press(press % 2 ? "End" : "Home");
  },
};

/** Nothing is touched while three answers of the polling arrive. */
const still: Gesture = {
  name: "left alone",
  scroll: (page) => page.evaluate(() => new Promise<void>((resolve) => setTimeout(() => resolve(), 10_000))),
};

/** From the end of a list that has been read to its end. */
export const gestures: readonly Gesture[] = [
  wheel("wheel, 120 px a frame", 7200, "up"),
  wheel("wheel, 600 px a frame", 36_000, "up"),
  wheel("wheel, 1,800 px a frame", 108_000, "down"),
  scrollbar,
  homeEnd,
  still,
];

/** Presses End until the list no longer grows and has `rows` rows of `rowPx` pixels. */
export async function readToTheEnd(page: Page, rows: number, rowPx: number): Promise<void> {
  const bottom = () => page.evaluate(() => document.documentElement.scrollHeight);
  while ((await bottom()) < rows * rowPx) {
    await page.keyboard.press("End");
    await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));
  }
}
