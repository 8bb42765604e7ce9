/** A browser's window in CSS pixels; a scroll bar may leave less than `width` to the page. */
export interface WindowSize {
  width: number;
  height: number;
  pageWidth: number;
}

/** A desktop as most are. */
export const USUAL_DESKTOP: WindowSize = { width: 1440, height: 900, pageWidth: 1440 };
const BREAKPOINTS_PX = [1280, 1024, 640];
const LEAST_PX = 200;
const MOST_PX = 10_000;

/** The cookie in which a browser says how large its window is. */
export const WINDOW_COOKIE = "pipedeck-window";

/** `1440x900x1425`: width, height, width of the page. */
export function writeWindowSize({ width, height, pageWidth }: WindowSize): string {
  return [width, height, pageWidth].map(Math.round).join("x");
}

/**
 * How large the window probably is: as its browser last said in the cookie, else what such a browser usually has. The
 * first frame is drawn for it; a wrong guess is put right by the browser.
 */
export function guessWindowSize(cookie: string | undefined, userAgent: string): WindowSize {
  return (cookie === undefined ? null : readWindowSize(cookie)) ?? usualSize(userAgent);
}

/** Whether pages are drawn alike in both windows; below 640 px a list takes all of the page's width. */
export function drawsAlike(a: WindowSize, b: WindowSize): boolean {
  return shapeOf(a) === shapeOf(b);
}

function shapeOf({ width, pageWidth }: WindowSize): number {
  return BREAKPOINTS_PX.find((px) => width >= px) ?? -pageWidth;
}

function readWindowSize(text: string): WindowSize | null {
  if (!/^\d{1,5}x\d{1,5}x\d{1,5}$/.test(text)) return null;
  const [width = 0, height = 0, pageWidth = 0] = text.split("x").map(Number);
  const sane = [width, height, pageWidth].every((px) => px >= LEAST_PX && px <= MOST_PX);
  return sane ? { width, height, pageWidth } : null;
}

function usualSize(userAgent: string): WindowSize {
  if (/\biPhone\b/.test(userAgent)) return { width: 390, height: 844, pageWidth: 390 };
  if (/\bMobile\b/.test(userAgent) && !/\biPad\b/.test(userAgent)) {
    return { width: 412, height: 823, pageWidth: 412 };
  }
  return USUAL_DESKTOP;
}
