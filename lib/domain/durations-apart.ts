const FACTOR = 1.25;
const MS = 30_000;

/** Whether something took longer than something else by more than chance, both in milliseconds. */
export function isLonger(ms: number, thanMs: number): boolean {
  return ms - thanMs > MS && ms > thanMs * FACTOR;
}
