/** An instant as the wire carries it: epoch seconds with milliseconds as fraction. */
export function wireInstant(epochMs: number): number {
  return epochMs / 1000;
}
