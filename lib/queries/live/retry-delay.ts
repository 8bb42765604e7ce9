const FIRST_MS = 1000;
const MOST_MS = 15_000;

/**
 * How long to wait before the stream is tried again after `tries` in vain, in ms: twice as long each time, and between
 * half and all of it by `chance` (0 to 1), so that the viewers of a server that was away do not all come at once.
 */
export function retryDelayMs(tries: number, chance: number): number {
  const whole = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(tries, 10));
  return whole * (0.5 + chance / 2);
}
