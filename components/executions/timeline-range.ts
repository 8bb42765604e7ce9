import type { Span } from "@/lib/domain/timeline";

/** The part of the axis that an address asks for, `120.5-480` in seconds from its start; undefined is the whole. */
export function readRange(text: string | undefined, startMs: number): Span | undefined {
  const [, from, to] = /^(\d{1,9}(?:\.\d)?)-(\d{1,9}(?:\.\d)?)$/.exec(text ?? "") ?? [];
  if (from === undefined || to === undefined || Number(to) <= Number(from)) return undefined;
  return { fromMs: startMs + Number(from) * 1000, toMs: startMs + Number(to) * 1000 };
}

/** What the address says of a range. */
export function rangeText(range: Span | undefined, startMs: number): string | undefined {
  if (range === undefined) return undefined;
  const seconds = (ms: number) => Math.max(0, Math.round((ms - startMs) / 100) / 10);
  const [from, to] = [seconds(range.fromMs), seconds(range.toMs)];
  return `${from}-${Math.max(to, Math.round((from + 0.1) * 10) / 10)}`;
}
