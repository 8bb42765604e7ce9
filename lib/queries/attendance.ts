/** After the last sign of somebody, they count as being at the page for this long. */
const HERE_MS = 120_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

/** Who loads a page is there. */
let attended = true;

/**
 * Whether somebody is at this page. What a page asks for by itself with nobody at it does not keep the session alive, so
 * that a page left open ends as every other session does.
 */
export function isAttended(): boolean {
  return attended;
}

/** Watches for signs of somebody until `signal`, and tells each, however many there are. */
export function watchAttendance(signal: AbortSignal, onSign: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = () => {
    attended = false;
  };
  const sign = () => {
    attended = true;
    clearTimeout(timer);
    timer = setTimeout(leave, HERE_MS);
    onSign();
  };
  const look = () => {
    if (document.visibilityState === "visible") sign();
  };
  for (const name of SIGNS) addEventListener(name, sign, { signal, passive: true, capture: true });
  document.addEventListener("visibilitychange", look, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  timer = setTimeout(leave, HERE_MS);
}
